/** Sets of teams, each kept once and known by a number. 0 is the empty set; `team + 1` is the set of that team alone. */
export interface TeamSets {
  /** −1, a team not known, gives the empty set. */
  ofTeam(team: number): number;
  union(a: number, b: number): number;
  teamsOf(set: number): Int32Array;
}

export const emptyTeamSet = 0;

export function makeTeamSets(teamCount: number): TeamSets {
  const members: Int32Array[] = [new Int32Array(0), ...Array.from({ length: teamCount }, (_, team) => Int32Array.of(team))];
  const numberOf = new Map<string, number>();
  const unions = new Map<number, number>();

  const intern = (teams: Int32Array): number => {
    const key = teams.join();
    let set = numberOf.get(key);
    if (set === undefined) {
      set = members.push(teams) - 1;
      numberOf.set(key, set);
    }
    return set;
  };

  return {
    ofTeam: (team) => team + 1,
    teamsOf: (set) => members[set]!,
    union(a, b) {
      if (a === b || b === emptyTeamSet) return a;
      if (a === emptyTeamSet) return b;
      const pair = a * 2 ** 26 + b;
      let set = unions.get(pair);
      if (set === undefined) {
        set = intern(Int32Array.from(new Set([...members[a]!, ...members[b]!])).sort());
        unions.set(pair, set);
      }
      return set;
    },
  };
}
