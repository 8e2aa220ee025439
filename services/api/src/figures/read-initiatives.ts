import type { Initiative } from '@speedtax/contract';
import {
  type InitiativeFilter,
  type InitiativeSummary,
  listInitiatives,
  listPeople,
  listPersonTeams,
  listTeamNames,
} from '@speedtax/storage/analytics';
import { presentInitiative } from '../present/present-initiative.ts';
import type { FigureWindow } from './figure-window.ts';
import { countBlockers } from './find-conflicts.ts';
import { readConflicts } from './read-conflicts.ts';
import type { FigureBasis } from './read-figures.ts';
import { sumSubjects } from './sum-subjects.ts';

/** Initiatives with their figures in a window. */
export async function readInitiatives(basis: FigureBasis, filter: InitiativeFilter, window: FigureWindow): Promise<Initiative[]> {
  const { trx, organizationId, dataCutOffAt } = basis;
  const initiatives: InitiativeSummary[] = await listInitiatives(trx, organizationId, filter);
  const accountable = initiatives.flatMap((initiative) => initiative.accountableIds);
  const people = await listPeople(trx, organizationId, accountable);
  const teamsOfPeople = await listPersonTeams(trx, organizationId, accountable);
  const teams = await listTeamNames(trx, organizationId);
  const clockSums = await sumSubjects(trx, organizationId, 'initiative', window, dataCutOffAt, filter.id);
  const teamSums = await sumSubjects(trx, organizationId, 'initiativeTeam', window, dataCutOffAt, filter.id);
  const clockOf = new Map(clockSums.map((sum) => [sum.aId, sum.measures]));
  const byTeamOf = Map.groupBy(teamSums, (sum) => sum.aId);
  const conflicts = await readConflicts(
    basis,
    initiatives.map(({ id }) => id),
  );
  return initiatives.map((initiative) =>
    presentInitiative(initiative, {
      people,
      teamsOfPeople,
      teams,
      clock: clockOf.get(initiative.id),
      priorityInversions: countBlockers(conflicts.get(initiative.id)?.inversions ?? []),
      dateConflicts: countBlockers(conflicts.get(initiative.id)?.dates ?? []),
      byTeam: byTeamOf.get(initiative.id) ?? [],
    }),
  );
}
