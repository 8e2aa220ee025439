import type { Initiative } from '@speedtax/contract';
import { summarizeLeadership } from '@speedtax/domain';
import type { InitiativeSummary, PersonSummary, TeamName } from '@speedtax/storage/analytics';
import type { Measures, SubjectMeasures } from '../figures/sum-subjects.ts';
import { presentPerson } from './present-person.ts';

export interface InitiativeFindings {
  readonly people: ReadonlyMap<string, PersonSummary>;
  /** Today's teams of each accountable person. */
  readonly teamsOfPeople: ReadonlyMap<string, ReadonlySet<string>>;
  readonly teams: ReadonlyMap<string, TeamName>;
  readonly clock: Measures<'initiative'> | undefined;
  readonly flag: Measures<'initiativeFlag'> | undefined;
  readonly rotating: boolean;
  readonly openProjectBlockers: number;
  readonly priorityInversions: number;
  readonly dateConflicts: number;
  readonly byTeam: readonly SubjectMeasures<'initiativeTeam'>[];
}

export function presentInitiative(
  initiative: InitiativeSummary,
  { people, teamsOfPeople, teams, clock, flag, byTeam, ...counted }: InitiativeFindings,
): Initiative {
  const { id, accountableIds, crossTeamBlockers, externalBlockers, ...rest } = initiative;
  const [only] = accountableIds;
  const ownTeams = accountableIds.length === 1 && only !== undefined ? (teamsOfPeople.get(only) ?? new Set<string>()) : null;
  const teamTimes = byTeam
    .map(({ bId, measures }) => ({
      teamId: bId,
      name: teams.get(bId)?.name ?? '',
      inPlayMs: Math.round(measures.inPlayMs),
      waitingMs: Math.round(measures.waitingMs),
    }))
    .sort((a, b) => b.inPlayMs - a.inPlayMs || (a.teamId < b.teamId ? -1 : 1));
  return {
    initiativeId: id,
    ...rest,
    accountable: accountableIds.flatMap((personId) => people.get(personId) ?? []).map(presentPerson),
    ...summarizeLeadership(
      teamTimes.map((team) => [team.teamId, team.inPlayMs] as const),
      ownTeams,
    ),
    partTime: rest.ownership === 'single' && (rest.ownerSpan ?? 0) > 1,
    openCrossTeamBlockers: crossTeamBlockers,
    openExternalBlockers: externalBlockers,
    ...counted,
    inPlayMs: teamTimes.reduce((sum, team) => sum + team.inPlayMs, 0),
    waitingMs: teamTimes.reduce((sum, team) => sum + team.waitingMs, 0),
    clockWaitingMs: Math.round(clock?.clockWaitingMs ?? 0),
    stalledMs: Math.round(clock?.stalledMs ?? 0),
    flaggedMs: Math.round(flag?.flaggedMs ?? 0),
    teams: teamTimes,
  };
}
