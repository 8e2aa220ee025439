import { Lookup } from '@speedtax/domain/reference/instant.ts';
import { percentile, referenceInitiatives, referenceTeams, type Window, type World } from '@speedtax/domain/reference/reference.ts';
import type { PairFigures, TeamFigures } from '@speedtax/domain/reference/team-figures.ts';

const round = Math.round;
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** The speed-tax answer as the definitions have it, by the tracker's own ids. */
export function referenceAnswer(world: World, window: Window) {
  const { teams, pairs } = referenceTeams(world, window);
  return {
    teams: new Map([...teams].map(([id, figures]) => [id, presentTeam(figures)])),
    pairs: new Map([...pairs].filter(([, pair]) => pair.waitingMs > 0 || pair.rootMs > 0).map(([key, pair]) => [key, presentPair(pair)])),
    total: presentTeam(addUp([...teams.values()])),
  };
}

/** What the API says of each initiative, by the tracker's own ids. */
export function referenceInitiativeAnswers(world: World, window: Window) {
  return new Map(
    [...referenceInitiatives(world, window)].map(([id, { crossTeamBlockers, externalBlockers, ownTeamsInPlayMs, ...figures }]) => [
      id,
      { ...figures, openCrossTeamBlockers: crossTeamBlockers.length, openExternalBlockers: externalBlockers.length },
    ]),
  );
}

/** When which issue made this one wait, over its whole life: 'blocker from to', touching runs of one blocker joined. */
export function referenceWaits(world: World, issueId: string, now: number): string[] {
  const lookup = new Lookup(world);
  const issue = lookup.get(issueId);
  const runs: { blocker: string; from: number; to: number }[] = [];
  for (const piece of lookup.pieces(issue, issue.createdAt, now)) {
    if (!lookup.waiting(issue, piece.from)) continue;
    for (const { id: blocker } of lookup.crossTeamBlockers(issue, piece.from)) {
      const last = runs.findLast((run) => run.blocker === blocker && run.to === piece.from);
      if (last) last.to = piece.to;
      else runs.push({ blocker, from: piece.from, to: piece.to });
    }
  }
  return runs.map((run) => `${run.blocker} ${new Date(run.from).toISOString()} ${new Date(run.to).toISOString()}`).sort();
}

function presentTeam(figures: TeamFigures) {
  const share = (part: number) => ratio(part, figures.inPlayMs);
  const { completed } = figures;
  return {
    inPlayMs: round(figures.inPlayMs),
    waitingMs: round(figures.waitingMs),
    waitingStartedMs: round(figures.draggingMs),
    waitingUnstartedMs: round(figures.heldMs),
    blockedBeforePlayMs: round(figures.blockedBeforePlayMs),
    flaggedMs: round(figures.flaggedMs),
    imposedMs: round(figures.imposedMs),
    speedTax: share(figures.waitingMs),
    speedTaxLow: share(figures.heldMs),
    speedTaxHigh: share(figures.waitingMs + figures.blockedBeforePlayMs),
    issuesWaited: figures.issuesWaited.size,
    waitingNow: figures.waitingNow,
    episodes: {
      count: figures.episodesMs.length,
      medianMs: percentile(figures.episodesMs, 0.5),
      p85Ms: percentile(figures.episodesMs, 0.85),
    },
    autonomy: ratio(completed.filter((issue) => !issue.waited).length, completed.length),
    completed: completed.length,
    qualityTax: { waited: reworkedOf(completed.filter((i) => i.waited)), neverWaited: reworkedOf(completed.filter((i) => !i.waited)) },
  };
}

function reworkedOf(completed: TeamFigures['completed']) {
  const reworked = completed.filter((issue) => issue.reopened || issue.defect).length;
  return { completed: completed.length, reworked, share: ratio(reworked, completed.length) };
}

function presentPair(pair: PairFigures) {
  return {
    waitingMs: round(pair.waitingMs),
    rootMs: round(pair.rootMs),
    anatomy: { unacceptedMs: round(pair.unacceptedMs), queuedMs: round(pair.queuedMs), inWorkMs: round(pair.inWorkMs) },
    issues: pair.issues.size,
  };
}

function addUp(all: TeamFigures[]): TeamFigures {
  const sum = (of: (figures: TeamFigures) => number) => all.reduce((total, figures) => total + of(figures), 0);
  return {
    inPlayMs: sum((f) => f.inPlayMs),
    waitingMs: sum((f) => f.waitingMs),
    heldMs: sum((f) => f.heldMs),
    draggingMs: sum((f) => f.draggingMs),
    blockedBeforePlayMs: sum((f) => f.blockedBeforePlayMs),
    flaggedMs: sum((f) => f.flaggedMs),
    imposedMs: sum((f) => f.imposedMs),
    issuesWaited: new Set(all.flatMap((f) => [...f.issuesWaited])),
    waitingNow: sum((f) => f.waitingNow),
    episodesMs: all.flatMap((f) => f.episodesMs),
    completed: all.flatMap((f) => f.completed),
  };
}
