import { endpoints } from '@speedtax/contract';
import { findInitiativeCourse, findInitiativeRelations, listPeople } from '@speedtax/storage/analytics';
import { findToday } from '../accountability/find-today.ts';
import { readStandings } from '../accountability/read-standings.ts';
import { wholeLife } from '../figures/figure-window.ts';
import { findConflicts } from '../figures/find-conflicts.ts';
import { resolveInitiativeWindow } from '../figures/initiative-window.ts';
import { readConflicts } from '../figures/read-conflicts.ts';
import { readContributions } from '../figures/read-contributions.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readInitiatives } from '../figures/read-initiatives.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { listConflictIssues, presentConflicts } from '../present/present-conflicts.ts';
import { presentCourse } from '../present/present-course.ts';
import { presentMaybePerson } from '../present/present-person.ts';

export const getInitiative = route(endpoints.getInitiative, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId } = basis;
    const window = await resolveInitiativeWindow(basis, query, id);
    const [initiative] = await readInitiatives(basis, { id, afterId: null, limit: 1 }, window);
    if (!initiative) throw notFound('initiative');
    const { ownerChanges, parents, children, projects } = await findInitiativeRelations(trx, organizationId, id);
    const people = await listPeople(trx, organizationId, [
      ...ownerChanges.flatMap((change) => [change.fromPersonId, change.toPersonId]),
      ...projects.map((project) => project.leadId),
    ]);
    const conflicts = (await readConflicts(basis, [id])).get(id) ?? findConflicts([]);
    const contributions = await readContributions(basis, { id, openIssues: initiative.openIssues }, window);
    return {
      ...initiative,
      standings: await readStandings(
        trx,
        organizationId,
        initiative,
        await findToday(trx, organizationId, basis.asOf?.at.getTime() ?? context.now()),
      ),
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
  }),
);

function presentNeighbor({ id, name }: { id: string; name: string }) {
  return { initiativeId: id, name };
}
