import type { MappingPreview } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { choose, readDraft, writeChoices } from './draft.ts';
import { prepareMappingChange, prepareMappingSentence } from './prepare-mapping-change.ts';

const team = (externalId: string | null, issues: number) => ({ externalId, name: externalId, issues, examples: [] });
const blocks = { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks', links: 4, examples: [], isUnclear: false };
const before: MappingPreview = {
  issues: 9,
  projects: 3,
  teams: [team(null, 2), team('PAY', 4), team('WEB', 3)],
  statuses: [{ id: '7', name: 'Odd', category: null, isDecided: false, issues: 5 }],
  linkTypes: [{ ...blocks, blocks: 'outward', proposed: 'outward' }],
  levels: [],
  initiativeLevel: 1,
};

describe('the page about a mapping', () => {
  it('says how many projects become how many teams, and what is left to be placed', () => {
    expect(sentenceText(prepareMappingSentence(before, 'jira', 'Ours'))).toBe(
      '3 projects of Ours become 2 teams; 1 status and 2 issues without a team still to be placed.',
    );
  });

  it('does not speak of teams before anything was read', () => {
    const empty = { ...before, issues: 0, projects: 0, teams: [] };
    expect(sentenceText(prepareMappingSentence(empty, 'jira', 'Ours'))).toMatch(/^Nothing of Ours has been read yet/);
  });

  it('says what a choice would change, and nothing where it changes nothing', () => {
    expect(prepareMappingChange(before, before)).toEqual([]);
    const after: MappingPreview = {
      ...before,
      teams: [team('All', 9)],
      statuses: before.statuses.map((status) => ({ ...status, category: 'started', isDecided: true })),
      linkTypes: before.linkTypes.map((type) => ({ ...type, blocks: 'inward' })),
    };
    expect(prepareMappingChange(before, after)).toEqual([
      '1 team instead of 2',
      '0 issues without a team instead of 2',
      '1 status counts as something else (5 issues in it now)',
      '1 link type reads otherwise (4 links)',
    ]);
  });
});

describe('choices in the form', () => {
  const effective = {
    teams: { source: 'component', field: null, groups: [{ name: 'Core', keys: ['A', 'B'] }], rules: [{ when: { label: 'x' }, team: 'X' }] },
    statuses: { 7: 'started' },
    linkTypes: { 1: { blocks: 'inward' } },
    initiativeLevel: 2,
    initiativeOwnerField: 'reporter',
    levels: { 5: 1 },
    defectTypes: null,
  };

  it('come back as they were stored, those included that the page does not show', () => {
    expect(writeChoices(readDraft(effective), 'jira')).toEqual(effective);
    expect(writeChoices(readDraft({ statuses: { a: 'backlog' } }), 'linear')).toEqual({ statuses: { a: 'backlog' } });
  });

  it('leave out lines that are still empty, and take a key once', () => {
    const draft = {
      ...readDraft({}),
      groups: [
        { line: 0, name: ' Core ', keys: 'A, B,, A' },
        { line: 1, name: '', keys: ' ' },
      ],
    };
    expect(writeChoices(draft, 'jira').teams).toMatchObject({ groups: [{ name: 'Core', keys: ['A', 'B'] }] });
  });

  it('can be taken back', () => expect(choose({ 7: 'started', 8: 'backlog' }, '7', '')).toEqual({ 8: 'backlog' }));
});
