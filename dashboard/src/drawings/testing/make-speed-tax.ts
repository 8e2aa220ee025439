import type { PairTax, SpeedTax, TeamTax } from '@speedtax/contract';
import { dayMs } from '../../words/duration.ts';

type Story = { waiting: string; blocking: string; days: number; rootDays?: number };

/** A speed tax told in days: who waited on whom; every team was in play for 100 days unless said otherwise. */
export function makeSpeedTax(
  teams: readonly string[],
  story: readonly Story[],
  changes: Partial<Record<string, Partial<TeamTax>>> = {},
): SpeedTax {
  const pairs = story.map(makePair);
  const made = teams.map((name) => makeTeamTax(name, pairs, changes[name]));
  const waitingMs = sum(pairs.map((pair) => pair.waitingMs));
  return {
    from: '2026-07-01',
    to: '2026-10-01',
    timeZone: 'UTC',
    engineVersion: 'test',
    dataCutOff: '2026-10-01T00:00:00.000Z',
    teams: made,
    pairs,
    total: { ...figures(waitingMs, waitingMs, sum(made.map((team) => team.inPlayMs))) },
    coverage: {
      issues: 0,
      issuesWithoutTeam: 0,
      issuesWithUnknownStatus: 0,
      issuesWithoutHistory: 0,
      unseenIssues: 0,
      dependencies: 0,
      dependenciesWithUnknownStart: 0,
      mentions: 0,
      problems: 0,
      covered: null,
      lastSyncedAt: null,
    },
  };
}

export const linkTo = {
  teamHref: (teamId: string) => `/teams/${teamId}`,
  pairHref: (waiting: string, blocking: string) => `/pairs/${waiting}/${blocking}`,
};

function makePair({ waiting, blocking, days, rootDays }: Story): PairTax {
  const waitingMs = days * dayMs;
  return {
    waitingTeamId: waiting,
    blockingTeamId: blocking,
    waitingMs,
    rootMs: (rootDays ?? days) * dayMs,
    anatomy: { unacceptedMs: 0, queuedMs: 0, inWorkMs: waitingMs },
    issues: 1,
    quote: null,
  };
}

/** The team's name is its id, so that stories read. */
function makeTeamTax(name: string, pairs: readonly PairTax[], changes: Partial<TeamTax> = {}): TeamTax {
  const waitingMs = sum(pairs.filter((pair) => pair.waitingTeamId === name).map((pair) => pair.waitingMs));
  const imposedMs = sum(pairs.filter((pair) => pair.blockingTeamId === name).map((pair) => pair.waitingMs));
  return { teamId: name, externalId: name, key: name, name, ...figures(waitingMs, imposedMs, 100 * dayMs), ...changes };
}

function figures(waitingMs: number, imposedMs: number, inPlayMs: number) {
  const tax = inPlayMs === 0 ? null : waitingMs / inPlayMs;
  const nothing = { completed: 0, reworked: 0, share: null };
  return {
    inPlayMs,
    waitingMs,
    waitingStartedMs: waitingMs,
    waitingUnstartedMs: 0,
    blockedBeforePlayMs: 0,
    flaggedMs: 0,
    imposedMs,
    speedTax: tax,
    speedTaxLow: tax === null ? null : 0,
    speedTaxHigh: tax,
    issuesWaited: 1,
    waitingNow: 0,
    episodes: { count: 0, medianMs: null, p85Ms: null },
    autonomy: null,
    completed: 0,
    qualityTax: { waited: nothing, neverWaited: nothing },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
