import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makeInitiativeDetail } from '../../parts/story.ts';
import { prepareInitiativeSentence } from './prepare-initiative-sentence.ts';

const ada = { personId: 'a', externalId: 'a', name: 'Ada', active: true };
const say = (given: Parameters<typeof makeInitiativeDetail>[1]) =>
  sentenceText(prepareInitiativeSentence(makeInitiativeDetail('Wallet', given), {}));

describe('the sentence about an initiative', () => {
  it('tells a single thread that nothing blocks', () => {
    expect(say({ accountable: [ada] })).toBe(
      'Ada holds Wallet and nothing else; no other team blocks it now, and nobody in it ever waited.',
    );
  });

  it('tells a part-time owner and what blocks', () => {
    expect(say({ accountable: [ada], singleThreaded: false, ownerSpan: 3, openCrossTeamBlockers: 1, clockWaitingMs: days(22) })).toBe(
      'Ada holds Wallet beside 2 other active initiatives; 1 issue of other teams blocks it now, and somebody in it waited for 22 d.',
    );
  });

  it('tells when everything stood still', () => {
    expect(
      say({
        ownership: 'unowned',
        singleThreaded: false,
        ownerSpan: null,
        openCrossTeamBlockers: 11,
        clockWaitingMs: days(70),
        stalledMs: days(31),
      }),
    ).toBe(
      'Nobody holds Wallet; 11 issues of other teams block it now, somebody in it waited for 70 d, and for 31 d of that everything in it stood still.',
    );
  });
});
