import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personMark, teamMark } from './identity-marks.ts';
import { type IdentityCandidate, type IdentityDecision, resolveIdentities } from './resolve-identities.ts';

const known = (id: string, connection: number, mark: string | null = 'ada'): IdentityCandidate => ({ id, connection, mark });
const same = (firstId: string, secondId: string): IdentityDecision => ({ firstId, secondId, isSame: true });
const apart = (firstId: string, secondId: string): IdentityDecision => ({ firstId, secondId, isSame: false });

describe('who is the same in two trackers', () => {
  it('is who has the same mark in both, under the id of the older connection', () => {
    expect([...resolveIdentities([known('a', 1), known('z', 0)], [])]).toEqual([['a', 'z']]);
  });

  it('is nobody without a mark, and nobody whose mark a tracker has twice', () => {
    expect(resolveIdentities([known('a', 0, null), known('b', 1, null)], []).size).toBe(0);
    expect(resolveIdentities([known('a', 0), known('b', 1), known('c', 1)], []).size).toBe(0);
  });

  it('is who somebody says it is, and nobody who is kept apart', () => {
    const two = [known('a', 0), known('b', 1)];
    expect(resolveIdentities(two, [apart('b', 'a')]).size).toBe(0);
    expect([...resolveIdentities([known('a', 0, 'ada'), known('b', 1, 'ben')], [same('b', 'a')])]).toEqual([['b', 'a']]);
  });

  it('is found among three of which the oldest is kept apart', () => {
    expect([...resolveIdentities([known('a', 0), known('b', 1), known('c', 2)], [apart('a', 'b')])]).toEqual([['c', 'a']]);
    expect([...resolveIdentities([known('a', 0), known('b', 1), known('c', 2)], [apart('a', 'b'), apart('a', 'c')])]).toEqual([['c', 'b']]);
  });

  it('never brings together who is kept apart, needs no order, and knows everybody under one id', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const candidates = fc.tuple(
      ...ids.map((id) => fc.record({ id: fc.constant(id), connection: fc.nat(3), mark: fc.constantFrom(null, 'ada', 'ben') })),
    );
    const pair = fc.subarray(ids, { minLength: 2, maxLength: 2 });
    const decisions = fc.uniqueArray(
      fc.tuple(pair, fc.boolean()).map(([[firstId, secondId], isSame]) => ({ firstId, secondId, isSame }) as IdentityDecision),
      { selector: ({ firstId, secondId }) => firstId + secondId, maxLength: 8 },
    );
    fc.assert(
      fc.property(candidates, decisions, (all, decided) => {
        const resolved = resolveIdentities(all, decided);
        const idOf = (id: string) => resolved.get(id) ?? id;
        for (const { firstId, secondId, isSame } of decided) if (!isSame) expect(idOf(firstId)).not.toBe(idOf(secondId));
        for (const id of resolved.values()) expect(resolved.has(id)).toBe(false);
        expect(resolveIdentities(all.toReversed(), decided.toReversed())).toEqual(resolved);
      }),
    );
  });
});

describe('the mark', () => {
  it('of a person is the e-mail address, which apps do not share', () => {
    expect(personMark({ email: ' Ada@Example.com ', isApp: false })).toBe('ada@example.com');
    expect(personMark({ email: ' ', isApp: false })).toBeNull();
    expect(personMark({ email: 'ada@example.com', isApp: true })).toBeNull();
  });

  it('of a team is its name, however it is written', () => {
    const written = ['Search & Ads', 'search and  ads', 'Search-and-Ads', ' search&ads'];
    expect(new Set(written.map(teamMark))).toEqual(new Set(['search and ads']));
    expect(teamMark(' - ')).toBeNull();
  });
});
