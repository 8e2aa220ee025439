import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../../tests/property-runs.fixture.ts';
import { deriveWhatIf, type WhatIfChange } from './derive-what-if.ts';
import { rankDecouplings } from './rank-decouplings.ts';
import { comparePairs, type TeamPair, type WaitSet } from './wait-set.ts';

const teams = ['A', 'B', 'C', 'D', 'E'];
const team = fc.constantFrom(...teams);
const waitSets = fc.array(
  fc
    .record({
      waitingTeamId: team,
      blockingTeamIds: fc.uniqueArray(team, { minLength: 1, maxLength: 4 }),
      waitingMs: fc.integer({ min: 1, max: 9 }),
    })
    .map((set) => ({ ...set, blockingTeamIds: set.blockingTeamIds.filter((id) => id !== set.waitingTeamId) }))
    .filter(({ blockingTeamIds }) => blockingTeamIds.length > 0),
  { maxLength: 12 },
);
const pairs = fc.array(fc.record({ waitingTeamId: team, blockingTeamId: team }), { maxLength: 8 });
const merges = fc.array(fc.array(team, { maxLength: 3 }), { maxLength: 3 });
const change = fc.record({ remove: pairs, merge: merges });
const everyPair = teams.flatMap((waitingTeamId) => teams.map((blockingTeamId) => ({ waitingTeamId, blockingTeamId })));

const inPlayMsOf = new Map(teams.map((id) => [id, 1_000]));
const evaluate = (sets: readonly WaitSet[], { remove = [], merge = [] }: Partial<WhatIfChange>) =>
  deriveWhatIf(sets, inPlayMsOf, { remove, merge });
const savedBy = (sets: readonly WaitSet[], some: Partial<WhatIfChange>): number => evaluate(sets, some).savedMs;

describe('for any waits and any change', () => {
  it('nothing is ever lost: no team pays more than before, and a further change never saves less', () => {
    fc.assert(
      fc.property(waitSets, change, change, (sets, first, second) => {
        for (const { before, after } of evaluate(sets, first).teams) expect(after.waitingMs).toBeLessThanOrEqual(before.waitingMs);
        const both = { remove: [...first.remove, ...second.remove], merge: [...first.merge, ...second.merge] };
        expect(savedBy(sets, both)).toBeGreaterThanOrEqual(savedBy(sets, first));
      }),
    );
  });

  it('paid equals imposed, before and after', () => {
    fc.assert(
      fc.property(waitSets, change, (sets, some) => {
        const { before, after } = evaluate(sets, some);
        expect(before.imposedMs).toBeCloseTo(before.waitingMs, 6);
        expect(after.imposedMs).toBeCloseTo(after.waitingMs, 6);
      }),
    );
  });

  it('the order of pairs, of merges and of waits does not matter', () => {
    fc.assert(
      fc.property(waitSets, change, (sets, { remove, merge }) => {
        const reversed = { remove: remove.toReversed(), merge: merge.toReversed().map((ids) => ids.toReversed()) };
        const strip = ({ teams: rows, savedMs }: ReturnType<typeof evaluate>) => ({
          savedMs,
          rows: rows.map(({ teamIds, before, after }) => [teamIds, before.waitingMs, after.waitingMs, Math.round(after.imposedMs * 1e6)]),
        });
        expect(strip(evaluate(sets.toReversed(), reversed))).toEqual(strip(evaluate(sets, { remove, merge })));
      }),
    );
  });

  it('an empty change saves nothing; removing every pair, or merging all teams, saves everything', () => {
    fc.assert(
      fc.property(waitSets, (sets) => {
        expect(evaluate(sets, {}).after).toEqual(evaluate(sets, {}).before);
        expect(evaluate(sets, { remove: everyPair }).after.waitingMs).toBe(0);
        expect(evaluate(sets, { merge: [teams] }).after.waitingMs).toBe(0);
      }),
    );
  });

  it('merging two teams saves what removing their pair in both directions saves', () => {
    fc.assert(
      fc.property(waitSets, team, team, (sets, a, b) => {
        const both = [
          { waitingTeamId: a, blockingTeamId: b },
          { waitingTeamId: b, blockingTeamId: a },
        ];
        expect(savedBy(sets, { merge: [[a, b]] })).toBe(savedBy(sets, { remove: both }));
      }),
    );
  });
});

/** What to suggest next, by trying: every pair, and where none saves anything every two, three … pairs. */
function findByTrying(sets: readonly WaitSet[], removed: readonly TeamPair[]): { remove: readonly TeamPair[]; savedMs: number } | null {
  const before = savedBy(sets, { remove: removed });
  const left = everyPair.filter(
    (pair) => pair.waitingTeamId !== pair.blockingTeamId && !removed.some((one) => comparePairs(one, pair) === 0),
  );
  for (let size = 1; size <= teams.length - 1; size++) {
    const tried = choose(left, size).map((remove) => ({ remove, savedMs: savedBy(sets, { remove: [...removed, ...remove] }) - before }));
    const best = Math.max(0, ...tried.map(({ savedMs }) => savedMs));
    if (best > 0) return tried.find(({ savedMs }) => savedMs === best)!;
  }
  return null;
}

/** Subsets of one waiting team, in order of their ids: pairs of different teams never need each other. */
function choose(from: readonly TeamPair[], size: number): TeamPair[][] {
  if (size === 0) return [[]];
  return from.flatMap((pair, k) =>
    choose(
      from.slice(k + 1).filter(({ waitingTeamId }) => waitingTeamId === pair.waitingTeamId),
      size - 1,
    ).map((rest) => [pair, ...rest]),
  );
}

describe('the ranking of what to take apart', () => {
  it('is the one found by trying every pair on top of those before it', () => {
    fc.assert(
      fc.property(waitSets, fc.integer({ min: 1, max: 6 }), (sets, limit) => {
        const removed: TeamPair[] = [];
        let savedSoFarMs = 0;
        for (const { remove, savedMs, ...rest } of rankDecouplings(sets, limit)) {
          expect({ remove, savedMs }).toEqual(findByTrying(sets, removed));
          removed.push(...remove);
          savedSoFarMs += savedMs;
          expect(rest).toEqual({ savedSoFarMs, remainingMs: evaluate(sets, { remove: removed }).after.waitingMs });
        }
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it('goes on until nothing is waited, however the waits come', () => {
    fc.assert(
      fc.property(waitSets, (sets) => {
        const ranked = rankDecouplings(sets, Infinity);
        expect(ranked.at(-1)?.remainingMs ?? 0).toBe(0);
        expect(rankDecouplings(sets.toReversed(), Infinity)).toEqual(ranked);
      }),
    );
  });
});
