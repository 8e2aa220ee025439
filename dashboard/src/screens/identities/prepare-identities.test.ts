import type { Connection, Identities, IdentityMember } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { prepareIdentities } from './prepare-identities.ts';
import { prepareIdentitiesSentence } from './prepare-identities-sentence.ts';

const connections = [
  { id: 'L', name: 'Linear' },
  { id: 'J', name: 'Jira' },
] as Connection[];
const member = (id: string, connectionId: string, name = id, key: string | null = null): IdentityMember => ({
  id,
  connectionId,
  externalId: id,
  key,
  name,
});
const nothing: Identities = { joined: [], proposed: [], alone: [], decisions: [], figuresAreCurrent: true };
const ada = {
  kind: 'person' as const,
  id: 'ada',
  members: [member('ada', 'L', 'Ada'), member('ada2', 'J', 'A. Lovelace')],
  decided: false,
};
const view = (found: Partial<Identities>) => prepareIdentities({ ...nothing, ...found }, connections, 'UTC');
const say = (found: Partial<Identities>, trackers = 2) => sentenceText(prepareIdentitiesSentence({ ...nothing, ...found }, trackers));

describe('who is the same in several trackers', () => {
  it('is said where each is known, and why they are taken for one', () => {
    const [, people] = view({ joined: [ada] }).joined;
    expect(people?.rows).toEqual([
      {
        key: 'ada',
        name: 'Ada',
        places: [
          { key: 'ada', words: 'Ada in Linear' },
          { key: 'ada2', words: 'A. Lovelace in Jira' },
        ],
        why: 'the same e-mail address',
        actions: [
          { words: 'Confirm', method: 'PUT', path: '/api/v1/identities/ada/ada2', body: { same: true } },
          { words: 'Separate', method: 'PUT', path: '/api/v1/identities/ada/ada2', body: { same: false } },
        ],
      },
    ]);
  });

  it('needs no second word once somebody has confirmed it', () => {
    const [, people] = view({ joined: [{ ...ada, decided: true }] }).joined;
    expect(people?.rows[0]).toMatchObject({ why: 'decided by hand', actions: [{ words: 'Separate' }] });
  });

  it('is only asked where nothing but a key agrees', () => {
    const { rows } = view({
      proposed: [{ kind: 'team', members: [member('a', 'L', 'Payments', 'PAY'), member('b', 'J', 'Payroll', 'PAY')] }],
    }).proposed;
    expect(rows[0]?.actions.map(({ words }) => words)).toEqual(['They are one', 'They are not']);
  });

  it('can be said by hand of those that one tracker knows, where two trackers have some', () => {
    const alone = [
      { kind: 'person' as const, member: member('bo', 'L', 'Bo') },
      { kind: 'person' as const, member: member('b', 'J', 'B.') },
      { kind: 'team' as const, member: member('ops', 'L', 'Ops', 'OPS') },
    ];
    expect(view({ alone }).alone.map(({ kind, options }) => [kind, options.map(({ words }) => words)])).toEqual([
      ['person', ['Bo in Linear', 'B. in Jira']],
    ]);
  });

  it('is told with who decided it, and can be undone, also of whom nobody knows any more', () => {
    const decision = {
      kind: 'person' as const,
      id: 'ada',
      otherId: 'gone',
      same: false,
      decidedBy: 'Mia',
      decidedAt: '2026-11-20T10:00:00.000Z',
    };
    expect(view({ joined: [ada], decisions: [decision] }).decisions).toMatchObject([
      {
        words: 'Ada in Linear and a person that is not read any more are not the same',
        by: 'Mia',
        undo: { method: 'DELETE', path: '/api/v1/identities/ada/gone' },
      },
    ]);
  });

  it('shows so many rows that a page can hold, and how many there are', () => {
    const many = Array.from({ length: 400 }, (_, place) => ({ ...ada, id: `p${place}` }));
    const [, people] = view({ joined: many }).joined;
    expect([people?.rows.length, people?.note]).toEqual([300, 'the first 300 of 400']);
  });
});

describe('the sentence about them', () => {
  it('counts', () => {
    expect(say({ joined: [ada] })).toBe('1 person and no teams are one in several trackers.');
    const proposed = [{ kind: 'team' as const, members: [member('a', 'L'), member('b', 'J')] }];
    expect(say({ joined: [ada, { ...ada, kind: 'team' }], proposed })).toBe(
      '1 person and 1 team are one in several trackers; 1 pair of teams may be.',
    );
  });

  it('says that there is nobody', () => {
    expect(say({})).toBe('Nobody and no team is known to be in several trackers.');
    expect(say({}, 1)).toBe('One tracker is read, so nobody is known twice.');
  });
});
