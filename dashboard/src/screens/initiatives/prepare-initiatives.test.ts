import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makeInitiative } from '../../parts/story.ts';
import { pickAtRisk, prepareInitiativeRows } from './prepare-initiative-rows.ts';
import { prepareInitiativesSentence } from './prepare-initiatives-sentence.ts';

const calm = makeInitiative('Calm');
const blocked = makeInitiative('Blocked', {
  openCrossTeamBlockers: 4,
  openExternalBlockers: 3,
  waitingMs: days(12),
  singleThreaded: false,
});
const orphan = makeInitiative('Orphan', { ownership: 'unowned', singleThreaded: false, ownerSpan: null });
const done = makeInitiative('Done', { status: 'completed', openCrossTeamBlockers: 9 });

describe('the sentence about initiatives', () => {
  it('counts who holds them and names the one blocked most', () => {
    expect(sentenceText(prepareInitiativesSentence([calm, blocked, orphan, done], {}))).toBe(
      '1 of 3 active initiatives is single-threaded, 1 is owned by nobody; Blocked is blocked most, by 4 issues of other teams.',
    );
  });

  it('says so where nothing stands in the way', () => {
    expect(sentenceText(prepareInitiativesSentence([calm], {}))).toContain('no blocker of another team');
  });
});

describe('initiatives at risk', () => {
  it('are the active ones that are blocked or held by nobody, most external blockers first', () => {
    expect(pickAtRisk([calm, orphan, done, blocked], 5).map((each) => each.name)).toEqual(['Blocked', 'Orphan']);
  });
});

describe('the table of initiatives', () => {
  it('leaves leadership open where resource control is not known', () => {
    expect(prepareInitiativeRows([calm], 'name', {})[0]).toMatchObject({ leadership: '–', control: '–', target: '–' });
  });

  it('begins with the most waiting when ordered by it', () => {
    expect(prepareInitiativeRows([calm, blocked], 'waiting', {})[0]?.name).toBe('Blocked');
  });
});
