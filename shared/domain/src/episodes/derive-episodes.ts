import type { EpisodeColumns } from '../analysis/analysis.ts';
import { makeFloats, makeInts } from '../columns/growing-column.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';

/** Joins what is held and what is dragging: an episode goes on while the same team's issue waits without a break. */
export function deriveEpisodes(blocked: BlockedColumns): EpisodeColumns {
  const issue = makeInts();
  const team = makeInts();
  const from = makeFloats();
  const to = makeFloats();
  for (let row = 0; row < blocked.count; ) {
    if (blocked.phase[row] === beforePlay) {
      row++;
      continue;
    }
    const first = row;
    let end = blocked.to[row]!;
    for (row++; row < blocked.count && continues(blocked, first, row, end); row++) end = blocked.to[row]!;
    issue.push(blocked.issue[first]!);
    team.push(blocked.team[first]!);
    from.push(blocked.from[first]!);
    to.push(end);
  }
  return { count: issue.length, issue: issue.view(), team: team.view(), from: from.view(), to: to.view() };
}

function continues({ issue, team, from, phase }: BlockedColumns, first: number, row: number, end: number): boolean {
  return issue[row] === issue[first] && team[row] === team[first] && from[row] === end && phase[row] !== beforePlay;
}
