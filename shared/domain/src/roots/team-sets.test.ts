import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../../tests/property-runs.fixture.ts';
import { emptyTeamSet, makeTeamSets } from './team-sets.ts';

const teamCount = 5;
const someTeams = fc.array(fc.integer({ min: -1, max: teamCount - 1 }), { maxLength: 6 });

describe('a set of teams', () => {
  it('holds the known teams that were put together, and has one number whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(someTeams, { minLength: 1, maxLength: 6 }), (told) => {
        const teamSets = makeTeamSets(teamCount);
        const gather = (teams: readonly number[]) => teams.map(teamSets.ofTeam).reduce(teamSets.union, emptyTeamSet);
        for (const teams of told) {
          const known = [...new Set(teams)].filter((team) => team >= 0).sort();
          expect([...teamSets.teamsOf(gather(teams))]).toEqual(known);
          expect(gather(teams.toReversed())).toBe(gather(teams));
        }
      }),
      { seed: 5, numRuns: propertyRuns(100) },
    );
  });

  it('of two teams differs from that of two others', () => {
    const { ofTeam, union, teamsOf } = makeTeamSets(3);
    const pairs = [
      [0, 1],
      [0, 2],
      [2, 1],
      [1, 0],
    ] as const;
    expect(pairs.map(([a, b]) => [...teamsOf(union(ofTeam(a), ofTeam(b)))])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it('put together with itself, with one of its teams or with none, stays as it was', () => {
    const { ofTeam, union } = makeTeamSets(3);
    const both = union(ofTeam(0), ofTeam(2));
    expect([union(both, both), union(both, ofTeam(2)), union(ofTeam(0), both)]).toEqual([both, both, both]);
    expect([union(both, emptyTeamSet), union(emptyTeamSet, both), union(ofTeam(1), ofTeam(1))]).toEqual([both, both, ofTeam(1)]);
    expect(union(emptyTeamSet, emptyTeamSet)).toBe(emptyTeamSet);
  });
});
