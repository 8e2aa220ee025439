import type { Collection } from '../company/collection.ts';
import type { Company, Entity } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';
import { findSubtaskParent } from '../jira/site/issue-types.ts';

/**
 * Takes out of a company what no Jira can say: a project of two initiatives, initiatives in initiatives, milestones, a bin and
 * an archive, parts in another project or epic than the whole; members of teams beside one lead; and cycles, which a Jira reads as sprints, with rules of their own.
 */
export function fitJira(company: Company): void {
  for (const project of company.projects) {
    for (const join of project.initiativeToProjects.splice(1)) {
      company.initiativeToProjects.remove(join);
      join.initiative.toProjects.splice(join.initiative.toProjects.indexOf(join), 1);
    }
    project.projectMilestones.length = 0;
    project.archivedAt = null;
    project.autoArchivedAt = null;
  }
  for (const initiative of company.initiatives) {
    initiative.parents.length = 0;
    initiative.subInitiatives.length = 0;
  }
  for (const relation of company.projectRelations) {
    relation.projectMilestone = null;
    relation.relatedProjectMilestone = null;
  }
  for (const team of company.teams) {
    team.cycles.length = 0;
    team.cyclesEnabled = false;
  }
  leaveLeads(company);
  for (const issue of company.issues) {
    issue.history = issue.history.filter(({ archived, trashed, toCycle }) => !archived && !trashed && toCycle === undefined);
    Object.assign(issue, { cycle: null, addedToCycleAt: null, projectMilestone: null });
    Object.assign(issue, { archivedAt: null, autoArchivedAt: null, trashed: null });
  }
  for (const issue of company.issues) {
    if (issue.parent && !findSubtaskParent(issue)) leaveParent(issue, issue.parent);
  }
  empty(company.initiativeRelations);
  empty(company.milestones);
  empty(company.cycles);
}

/** Of each team one member, who leads it: rather somebody who owns an initiative, so that leading tells something. */
function leaveLeads(company: Company): void {
  const owners = new Set(company.initiatives.all.map(({ owner }) => owner));
  for (const team of company.teams) {
    const lead = team.memberships.find(({ user }) => owners.has(user)) ?? team.memberships[0];
    for (const membership of team.memberships.splice(0)) {
      if (membership === lead) continue;
      company.memberships.remove(membership);
      membership.user.memberships.splice(membership.user.memberships.indexOf(membership), 1);
    }
    if (lead) team.memberships.push(Object.assign(lead, { owner: true }));
  }
}

function leaveParent(issue: Issue, parent: Issue): void {
  parent.children.splice(parent.children.indexOf(issue), 1);
  issue.parent = null;
}

function empty<T extends Entity>(collection: Collection<T>): void {
  for (const record of collection.all.toReversed()) collection.remove(record);
}
