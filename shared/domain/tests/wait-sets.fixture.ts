import { analyze, type Company, makeClockCovering, type WaitSet } from '../src/index.ts';
import { worldStartAt } from './reference/arbitrary-world.ts';

const day = 86_400_000;
const clock = makeClockCovering('UTC', worldStartAt - 2 * day, worldStartAt + 40 * day);

/** Who waited on whom at once in a window, from the engine's rows: cut at every beginning and end, one instant looked at each. */
export function waitSetsOf(company: Company, window: { from: number; to: number; now: number }): WaitSet[] {
  const { waits } = analyze(company, clock, window.now);
  const end = Math.min(window.to, window.now);
  const rows = Array.from({ length: waits.count }, (_, row) => ({
    issue: waits.issue[row]!,
    from: Math.max(waits.from[row]!, window.from),
    to: Math.min(waits.to[row]!, end),
    waitingTeamId: company.ids.teams[waits.waitingTeam[row]!]!,
    blockingTeamId: company.ids.teams[waits.blockingTeam[row]!]!,
  })).filter(({ from, to }) => from < to);
  return [...Map.groupBy(rows, (row) => row.issue).values()].flatMap((ofIssue) => {
    const cuts = [...new Set(ofIssue.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    return cuts.slice(1).flatMap((to, k) => {
      const from = cuts[k]!;
      const running = ofIssue.filter((row) => row.from <= from && to <= row.to);
      return running.length === 0
        ? []
        : [{ waitingTeamId: running[0]!.waitingTeamId, blockingTeamIds: running.map((row) => row.blockingTeamId), waitingMs: to - from }];
    });
  });
}
