import type { Initiative, InitiativeDetail } from '@speedtax/contract';
import { findInitiativeCourse, findInitiativeRelations, listPeople } from '@speedtax/storage/analytics';
import { findToday } from '../accountability/find-today.ts';
import { readStandings } from '../accountability/read-standings.ts';
import { listConflictIssues, presentConflicts } from '../present/present-conflicts.ts';
import { presentCourse } from '../present/present-course.ts';
import { presentMaybePerson } from '../present/present-person.ts';
import { type FigureWindow, wholeLife } from './figure-window.ts';
import { findConflicts } from './find-conflicts.ts';
import { readConflicts } from './read-conflicts.ts';
import { readContributions } from './read-contributions.ts';
import type { FigureBasis } from './read-figures.ts';
import { readIssueRefs } from './read-issue-refs.ts';

/** Everything about one initiative beyond what its row in the list tells; `standAt` decides which attestations have expired. */
export async function readInitiativeDetail(
  basis: FigureBasis,
  initiative: Initiative,
  window: FigureWindow,
  standAt: number,
): Promise<InitiativeDetail> {
  const { trx, organizationId } = basis;
  const id = initiative.initiativeId;
  const { ownerChanges, parents, children, projects } = await findInitiativeRelations(trx, organizationId, id);
  const people = await listPeople(trx, organizationId, [
    ...ownerChanges.flatMap((change) => [change.fromPersonId, change.toPersonId]),
    ...projects.map((project) => project.leadId),
  ]);
  const conflicts = (await readConflicts(basis, [id])).get(id) ?? findConflicts([]);
  const contributions = await readContributions(basis, { id, openIssues: initiative.openIssues }, window);
  return {
    ...initiative,
    standings: await readStandings(trx, organizationId, initiative, await findToday(trx, organizationId, standAt)),
    contributions,
    course: presentCourse(
      await findInitiativeCourse(trx, organizationId, id),
      wholeLife(basis.calendar, basis.dataCutOffAt),
      basis.dataCutOffAt,
    ),
    conflicts: presentConflicts(conflicts, await readIssueRefs(basis, listConflictIssues(conflicts))),
    ownerChanges: ownerChanges.map(({ at, fromPersonId, toPersonId, source }) => ({
      at: at.toISOString(),
      from: presentMaybePerson(fromPersonId, people),
      to: presentMaybePerson(toPersonId, people),
      source,
    })),
    parents: parents.map(presentNeighbor),
    children: children.map(presentNeighbor),
    projects: projects.map(({ id: projectId, leadId, ...project }) => ({
      projectId,
      ...project,
      lead: presentMaybePerson(leadId, people),
    })),
  };
}

function presentNeighbor({ id, name }: { id: string; name: string }) {
  return { initiativeId: id, name };
}
