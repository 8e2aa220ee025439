/** How often each team is present, and which teams are: `teams[0]` to `teams[size − 1]`, in no order. */
export interface TeamTally {
  size: number;
  readonly teams: Int32Array;
  readonly count: Int32Array;
  add(team: number): void;
  remove(team: number): void;
}

export function makeTeamTally(teamCount: number): TeamTally {
  const place = new Int32Array(teamCount);
  return {
    size: 0,
    teams: new Int32Array(teamCount),
    count: new Int32Array(teamCount),
    add(team) {
      if (this.count[team]!++ > 0) return;
      place[team] = this.size;
      this.teams[this.size++] = team;
    },
    remove(team) {
      if (--this.count[team]! > 0) return;
      const last = this.teams[--this.size]!;
      this.teams[place[team]!] = last;
      place[last] = place[team]!;
    },
  };
}
