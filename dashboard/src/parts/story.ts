import type { Initiative, InitiativeDetail, IssueRef, PairTax, SpeedTax, TaxFigures, TeamTax } from '@speedtax/contract';

// Small values of the wire for tests: what a story does not tell is nothing.

const dayMs = 86_400_000;
export const days = (count: number) => count * dayMs;

const nothing: TaxFigures = {
  inPlayMs: 0,
  waitingMs: 0,
  waitingStartedMs: 0,
  waitingUnstartedMs: 0,
  blockedBeforePlayMs: 0,
  flaggedMs: 0,
  imposedMs: 0,
  speedTax: null,
  speedTaxLow: null,
  speedTaxHigh: null,
  issuesWaited: 0,
  waitingNow: 0,
  episodes: { count: 0, medianMs: null, p85Ms: null },
  autonomy: null,
  completed: 0,
  qualityTax: { waited: { completed: 0, reworked: 0, share: null }, neverWaited: { completed: 0, reworked: 0, share: null } },
};

export function makeTeamTax(name: string, figures: Partial<TaxFigures> = {}): TeamTax {
  return { ...nothing, teamId: name, externalId: name, key: name.slice(0, 3).toUpperCase(), name, ...figures };
}

export function makePair(waitingTeamId: string, blockingTeamId: string, waitingMs: number, issues = 1): PairTax {
  return {
    waitingTeamId,
    blockingTeamId,
    waitingMs,
    rootMs: waitingMs,
    anatomy: { unacceptedMs: 0, queuedMs: 0, inWorkMs: waitingMs },
    issues,
    quote: null,
  };
}

export function makeSpeedTax(teams: TeamTax[], pairs: PairTax[] = [], total: Partial<TaxFigures> = {}): SpeedTax {
  const sum = (of: 'inPlayMs' | 'waitingMs' | 'imposedMs') => teams.reduce((all, team) => all + team[of], 0);
  return {
    from: '2026-01-01',
    to: '2026-04-01',
    timeZone: 'UTC',
    engineVersion: '1',
    dataCutOff: '2026-04-01T00:00:00.000Z',
    teams,
    pairs,
    total: { ...nothing, inPlayMs: sum('inPlayMs'), waitingMs: sum('waitingMs'), imposedMs: sum('imposedMs'), ...total },
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

export function makeIssueRef(given: Partial<IssueRef> = {}): IssueRef {
  return {
    issueId: 'i1',
    externalId: 'x1',
    key: 'PAY-1',
    title: 'A piece of work',
    url: null,
    teamId: null,
    teamName: null,
    category: null,
    statusName: null,
    assignee: null,
    ...given,
  };
}

export function makeInitiative(name: string, given: Partial<Initiative> = {}): Initiative {
  return {
    initiativeId: name,
    externalId: name,
    key: null,
    name,
    url: null,
    status: 'active',
    ownership: 'single',
    accountable: [],
    ownerSpan: 1,
    singleThreaded: true,
    partTime: false,
    rotating: false,
    openProjectBlockers: 0,
    leadership: null,
    resourceControl: null,
    openCrossTeamBlockers: 0,
    openExternalBlockers: 0,
    priorityInversions: 0,
    dateConflicts: 0,
    inPlayMs: 0,
    waitingMs: 0,
    clockWaitingMs: 0,
    stalledMs: 0,
    flaggedMs: 0,
    issues: 0,
    openIssues: 0,
    startOn: null,
    targetOn: null,
    teams: [],
    ...given,
  };
}

export function makeInitiativeDetail(name: string, given: Partial<InitiativeDetail> = {}): InitiativeDetail {
  return {
    ...makeInitiative(name),
    conflicts: { inversions: [], dates: [], coverage: { dependencies: 0, withoutPriority: 0, withoutDate: 0 } },
    contributions: { people: [], dedicated: 0, swarming: 0, openIssuesPerDedicated: null, coverage: { startedMs: 0, unassignedMs: 0 } },
    course: {
      startAt: null,
      startSource: null,
      endAt: null,
      completed: false,
      firstValueAt: null,
      timeToFirstValueMs: null,
      timeToValueMs: null,
      parts: null,
    },
    standings: [],
    ownerChanges: [],
    parents: [],
    children: [],
    projects: [],
    ...given,
  };
}
