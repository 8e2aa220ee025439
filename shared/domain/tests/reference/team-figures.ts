import { Lookup } from './instant.ts';
import { distinct, rootTeams } from './roots.ts';
import type { Category, Window, World, WorldIssue } from './world.ts';

export interface TeamFigures {
  inPlayMs: number;
  waitingMs: number;
  heldMs: number;
  draggingMs: number;
  blockedBeforePlayMs: number;
  flaggedMs: number;
  imposedMs: number;
  issuesWaited: Set<string>;
  waitingNow: number;
  episodesMs: number[];
  completed: { issue: string; waited: boolean; reopened: boolean; defect: boolean }[];
}

export interface PairFigures {
  waitingMs: number;
  rootMs: number;
  unacceptedMs: number;
  queuedMs: number;
  inWorkMs: number;
  issues: Set<string>;
}

export interface Reference {
  teams: Map<string, TeamFigures>;
  /** Keyed 'waiting team|blocking team'. */
  pairs: Map<string, PairFigures>;
}

export function referenceTeams(world: World, window: Window): Reference {
  const lookup = new Lookup(world);
  const end = Math.min(window.to, window.now);
  const measure = window.measure ?? ((from: number, to: number) => to - from);
  const teams = new Map(world.teams.map((team) => [team, noFigures()]));
  const pairs = new Map<string, PairFigures>();
  const team = (id: string) => teams.get(id) as TeamFigures;
  const pair = (a: string, b: string) => {
    const key = `${a}|${b}`;
    if (!pairs.has(key)) pairs.set(key, { waitingMs: 0, rootMs: 0, unacceptedMs: 0, queuedMs: 0, inWorkMs: 0, issues: new Set() });
    return pairs.get(key) as PairFigures;
  };

  for (const issue of world.issues) {
    let episode: { team: string; from: number; to: number } | null = null;
    const endEpisode = () => {
      if (episode) team(episode.team).episodesMs.push(measure(episode.from, episode.to));
      episode = null;
    };
    for (const piece of lookup.pieces(issue, window.from, end)) {
      const t = piece.from;
      const ms = measure(piece.from, piece.to);
      const own = lookup.team(issue, t);
      if (own === null) {
        endEpisode();
        continue;
      }
      const blockers = lookup.crossTeamBlockers(issue, t);
      const category = lookup.category(issue, t);
      if (lookup.inPlay(issue, t)) team(own).inPlayMs += ms;
      else if (blockers.length > 0 && (category === 'backlog' || category === 'triage')) team(own).blockedBeforePlayMs += ms;
      if (lookup.flagged(issue, t)) team(own).flaggedMs += ms;
      if (!lookup.waiting(issue, t)) {
        endEpisode();
        continue;
      }
      if (episode && (episode as { team: string }).team !== own) endEpisode();
      episode = { team: own, from: (episode as { from: number } | null)?.from ?? piece.from, to: piece.to };
      team(own).waitingMs += ms;
      team(own)[category === 'started' ? 'draggingMs' : 'heldMs'] += ms;
      team(own).issuesWaited.add(issue.id);
      const blocking = distinct(blockers.map((blocker) => lookup.team(blocker, t)));
      for (const other of blocking) {
        const cell = pair(own, other);
        cell.waitingMs += ms / blocking.length;
        cell[
          leastAdvanced(
            lookup,
            blockers.filter((b) => lookup.team(b, t) === other),
            t,
          )
        ] += ms / blocking.length;
        cell.issues.add(issue.id);
        team(other).imposedMs += ms / blocking.length;
      }
      const roots = rootTeams(lookup, issue, t);
      for (const root of roots) pair(own, root).rootMs += ms / roots.length;
    }
    endEpisode();
    const now = lookup.team(issue, window.now);
    if (now !== null && lookup.waiting(issue, window.now)) team(now).waitingNow += 1;
    addCompletion(lookup, issue, window.from, end, window.now, team);
  }
  return { teams, pairs };
}

export function leastAdvanced(lookup: Lookup, blockers: WorldIssue[], t: number): 'unacceptedMs' | 'queuedMs' | 'inWorkMs' {
  const categories = blockers.map((blocker) => lookup.category(blocker, t) as Category);
  if (categories.some((c) => c === 'triage' || c === 'backlog')) return 'unacceptedMs';
  return categories.includes('unstarted') ? 'queuedMs' : 'inWorkMs';
}

/** An issue counts once per window, by its last completion in it, for the team that owned it then; reopened after any of them. */
function addCompletion(lookup: Lookup, issue: WorldIssue, from: number, end: number, now: number, team: (id: string) => TeamFigures): void {
  const changes = [...new Set(issue.statuses.map((step) => step.at))].filter((at) => at <= now).sort((a, b) => a - b);
  const completions = changes.filter((at, k) => {
    const before = k === 0 ? null : lookup.category(issue, changes[k - 1] as number);
    return lookup.category(issue, at) === 'completed' && before !== 'completed' && at >= issue.createdAt;
  });
  const inWindow = completions.filter((c) => from <= c && c < end);
  const at = inWindow.at(-1);
  if (at === undefined) return;
  const owner = lookup.team(issue, at);
  if (owner === null) return;
  team(owner).completed.push({
    issue: issue.id,
    waited: lookup.pieces(issue, issue.createdAt, at).some((piece) => lookup.waiting(issue, piece.from)),
    reopened: changes.some((later) => later > (inWindow[0] as number) && lookup.open({ ...issue, closed: [] }, later)),
    defect: issue.defect,
  });
}

const noFigures = (): TeamFigures => ({
  inPlayMs: 0,
  waitingMs: 0,
  heldMs: 0,
  draggingMs: 0,
  blockedBeforePlayMs: 0,
  flaggedMs: 0,
  imposedMs: 0,
  issuesWaited: new Set(),
  waitingNow: 0,
  episodesMs: [],
  completed: [],
});

/** Nearest rank: the value at place ⌈p·n⌉ of the sorted ones; null of none. */
export function percentile(values: number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
}
