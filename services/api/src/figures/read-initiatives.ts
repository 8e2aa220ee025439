import type { Initiative } from '@speedtax/contract';
import { isRotating } from '@speedtax/domain';
import {
  type InitiativeFilter,
  type InitiativeSummary,
  listInitiatives,
  listOwnerHandovers,
  listPeople,
  listPersonTeams,
  listProjectBlockers,
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
  const flagSums = await sumSubjects(trx, organizationId, 'initiativeFlag', window, dataCutOffAt, filter.id);
  const flagOf = new Map(flagSums.map((sum) => [sum.aId, sum.measures]));
  const clockOf = new Map(clockSums.map((sum) => [sum.aId, sum.measures]));
  const byTeamOf = Map.groupBy(teamSums, (sum) => sum.aId);
  const conflicts = await readConflicts(
    basis,
    initiatives.map(({ id }) => id),
  );
  const ids = initiatives.map(({ id }) => id);
  const handovers = Map.groupBy(await listOwnerHandovers(trx, organizationId, ids), ({ initiativeId }) => initiativeId);
  const projectBlockers = Map.groupBy(
    await listProjectBlockers(trx, organizationId, ids, dataCutOffAt),
    ({ initiativeId }) => initiativeId,
  );
  const isRotatingNow = (id: string): boolean =>
    isRotating(
      (handovers.get(id) ?? []).map(({ at, fromPersonId }) => ({ at: at.getTime(), fromPersonId })),
      dataCutOffAt.getTime(),
    );
  return initiatives.map((initiative) =>
    presentInitiative(initiative, {
      people,
      teamsOfPeople,
      teams,
      clock: clockOf.get(initiative.id),
      flag: flagOf.get(initiative.id),
      rotating: isRotatingNow(initiative.id),
      openProjectBlockers: projectBlockers.get(initiative.id)?.length ?? 0,
      priorityInversions: countBlockers(conflicts.get(initiative.id)?.inversions ?? []),
      dateConflicts: countBlockers(conflicts.get(initiative.id)?.dates ?? []),
      byTeam: byTeamOf.get(initiative.id) ?? [],
    }),
  );
}
