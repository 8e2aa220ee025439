import type { EpisodeColumns } from '../analysis/analysis.ts';
import { floats, ints, makeRows } from '../columns/growing-rows.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';

/** Joins what is held and what is dragging: an episode goes on while the same team's issue waits without a break. */
export function deriveEpisodes(blocked: BlockedColumns): EpisodeColumns {
  const rows = makeRows({ issue: ints(blocked.count), team: ints(blocked.count), from: floats(blocked.count), to: floats(blocked.count) });
  const { columns } = rows;
  for (let row = 0; row < blocked.count; ) {
    if (blocked.phase[row] === beforePlay) {
      row++;
      continue;
    }
    const first = row;
    let end = blocked.to[row]!;
    for (row++; row < blocked.count && continues(blocked, first, row, end); row++) end = blocked.to[row]!;
    const episode = rows.next();
    columns.issue[episode] = blocked.issue[first]!;
    columns.team[episode] = blocked.team[first]!;
    columns.from[episode] = blocked.from[first]!;
    columns.to[episode] = end;
  }
  return { count: rows.count, ...rows.views() };
}

function continues({ issue, team, from, phase }: BlockedColumns, first: number, row: number, end: number): boolean {
  return issue[row] === issue[first] && team[row] === team[first] && from[row] === end && phase[row] !== beforePlay;
}
