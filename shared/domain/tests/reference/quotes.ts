import { Lookup } from './instant.ts';
import type { Window, World } from './world.ts';

export interface QuoteReference {
  waits: number;
  censored: number;
  medianMs: number | null;
  p85Ms: number | null;
}

/** Lead-time quotes from the waits that began in the window, keyed 'waiting team|blocking team'. */
export function referenceQuotes(world: World, window: Window): Map<string, QuoteReference> {
  const waits = new Map<string, { ms: number; ended: boolean }[]>();
  for (const { pair, from, to } of pairWaits(world, window.now)) {
    if (from < window.from || from >= Math.min(window.to, window.now)) continue;
    waits.set(pair, [...(waits.get(pair) ?? []), { ms: (to ?? window.now) - from, ended: to !== null }]);
  }
  return new Map([...waits].map(([pair, all]) => [pair, kaplanMeier(all)]));
}

/** When a team blocked an issue of another without a break; `to` null: to this day. */
export function pairWaits(world: World, now: number): { pair: string; issue: string; from: number; to: number | null }[] {
  const lookup = new Lookup(world);
  return world.issues.flatMap((issue) => {
    const runs: { pair: string; issue: string; from: number; to: number | null }[] = [];
    for (const piece of lookup.pieces(issue, issue.createdAt, now)) {
      if (!lookup.waiting(issue, piece.from)) continue;
      const own = lookup.team(issue, piece.from);
      for (const other of new Set(lookup.crossTeamBlockers(issue, piece.from).map((b) => lookup.team(b, piece.from)))) {
        const pair = `${own}|${other}`;
        const last = runs.findLast((run) => run.pair === pair && run.to === piece.from);
        if (last) last.to = piece.to;
        else runs.push({ pair, issue: issue.id, from: piece.from, to: piece.to });
      }
    }
    for (const run of runs) {
      if (run.to !== now) continue;
      const [own, other] = run.pair.split('|');
      const blocking = lookup.waiting(issue, now) ? lookup.crossTeamBlockers(issue, now).map((b) => lookup.team(b, now)) : [];
      if (lookup.team(issue, now) === own && blocking.includes(other as string)) run.to = null;
    }
    return runs;
  });
}

/** The product-limit formula, one instant of an end at a time. */
function kaplanMeier(all: { ms: number; ended: boolean }[]): QuoteReference {
  const surviving = (ms: number): number =>
    [...new Set(all.filter((wait) => wait.ended && wait.ms <= ms).map((wait) => wait.ms))].reduce((share, t) => {
      const atRisk = all.filter((wait) => wait.ms >= t).length;
      const ended = all.filter((wait) => wait.ended && wait.ms === t).length;
      return (share * (atRisk - ended)) / atRisk;
    }, 1);
  const ends = all
    .filter((wait) => wait.ended)
    .map((wait) => wait.ms)
    .sort((a, b) => a - b);
  const quantile = (p: number) => (all.length < 10 ? null : (ends.find((ms) => surviving(ms) <= 1 - p + 1e-9) ?? null));
  return { waits: all.length, censored: all.filter((wait) => !wait.ended).length, medianMs: quantile(0.5), p85Ms: quantile(0.85) };
}
