import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveWhatIf, type WhatIfChange } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { oneTeam, type ReferenceChange, referenceWhatIf } from './reference/what-if.ts';
import { waitSetsOf } from './wait-sets.fixture.ts';

const grain = fc.integer({ min: 0, max: worldGrains + 5 }).map((k) => worldStartAt + k * grainMs);
const setting = fc
  .record({ world: arbitraryWorld, now: grain, from: grain, to: grain })
  .filter(({ from, to }) => from < to)
  .chain(({ world, ...window }) => {
    const team = fc.constantFrom(...world.teams);
    return fc.record({
      world: fc.constant(world),
      window: fc.constant(window),
      change: fc.record({
        remove: fc.array(fc.record({ waitingTeamId: team, blockingTeamId: team }), { maxLength: 6 }),
        merge: fc.array(fc.array(team, { maxLength: 3 }), { maxLength: 2 }),
      }),
    });
  });

const none: ReferenceChange = { remove: [], merge: [] };
const inWords = ({ remove, merge }: WhatIfChange): ReferenceChange => ({
  remove: remove.map(({ waitingTeamId, blockingTeamId }) => `${waitingTeamId}|${blockingTeamId}`),
  merge: merge.map((teams) => [...teams]),
});

describe('a what-if agrees with the literal reading of the definitions', () => {
  it('before and after, for every team, whatever is removed and merged', () => {
    fc.assert(
      fc.property(setting, ({ world, window, change }) => {
        const words = inWords(change);
        const before = referenceWhatIf(world, window, none);
        const after = referenceWhatIf(world, window, words);
        const inPlayMsOf = new Map([...before].map(([team, { inPlayMs }]) => [team, inPlayMs]));
        const found = deriveWhatIf(waitSetsOf(companyOfWorld(world), window), inPlayMsOf, change);

        expect(found.teams.map(({ teamIds }) => teamIds[0])).toEqual([...after.keys()].sort());
        for (const { teamIds, before: was, after: would } of found.teams) {
          const expected = after.get(teamIds[0]!)!;
          expect(would.inPlayMs).toBe(expected.inPlayMs);
          expect(would.waitingMs).toBe(expected.waitingMs);
          expect(would.imposedMs).toBeCloseTo(expected.imposedMs, 3);
          expect(teamIds).toEqual(world.teams.filter((team) => oneTeam(team, words) === teamIds[0]).sort());
          const members = teamIds.map((team) => before.get(team)!);
          expect(was.waitingMs).toBe(sum(members.map(({ waitingMs }) => waitingMs)));
          expect(was.imposedMs).toBeCloseTo(sum(members.map(({ imposedMs }) => imposedMs)), 3);
        }
        expect(found.savedMs).toBe(
          sum([...before.values()].map((team) => team.waitingMs)) - sum([...after.values()].map((team) => team.waitingMs)),
        );
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
