import type { Company } from '../company/company.ts';
import { enterIdentifier } from '../company/enter-team.ts';
import { noteIdentifierChange } from '../company/find-issue.ts';
import type { Initiative, InitiativeStatus, Project, ProjectStatusType } from '../company/initiative.ts';
import type { Team, User } from '../company/team.ts';

export function renameTeam(company: Company, team: Team, name: string, at: number): void {
  team.name = name;
  company.teams.touch(team, at);
}

/** Every identifier of the team changes with its key; no issue is touched. */
export function changeTeamKey(company: Company, team: Team, key: string, at: number): void {
  team.key = key;
  for (const issue of company.issues) {
    if (issue.team === team) enterIdentifier(issue, `${key}-${issue.number}`, at);
  }
  company.teams.touch(team, at);
  noteIdentifierChange(company);
}

export function changeOwner(company: Company, initiative: Initiative, owner: User | null, at: number): void {
  const entries = {
    type: 'owner',
    fromOwnerId: initiative.owner?.id ?? null,
    toOwnerId: owner?.id ?? null,
  };
  record(company, initiative, entries, at);
  initiative.owner = owner;
  company.initiatives.touch(initiative, at);
}

export function changeInitiativeStatus(company: Company, initiative: Initiative, status: InitiativeStatus, at: number): void {
  record(company, initiative, { type: 'status', fromStatus: initiative.status, toStatus: status }, at);
  initiative.status = status;
  if (status === 'Active') initiative.startedAt ??= at;
  initiative.completedAt = status === 'Completed' ? at : null;
  initiative.canceledAt = status === 'Canceled' ? at : null;
  company.initiatives.touch(initiative, at);
}

export function changeLead(company: Company, project: Project, lead: User | null, at: number): void {
  record(company, project, { type: 'lead', fromLeadId: project.lead?.id ?? null, toLeadId: lead?.id ?? null }, at);
  project.lead = lead;
  company.projects.touch(project, at);
}

export function changeProjectStatus(company: Company, project: Project, type: ProjectStatusType, at: number): void {
  const status = company.projectStatuses.all.find((candidate) => candidate.type === type);
  if (!status) throw new Error(`No project status of type ${type}`);
  record(company, project, { type: 'status', fromStatus: project.status.id, toStatus: status.id }, at);
  project.status = status;
  if (type === 'started') project.startedAt ??= at;
  project.completedAt = type === 'completed' ? at : null;
  project.canceledAt = type === 'canceled' ? at : null;
  company.projects.touch(project, at);
}

/** Somebody leaves the company; what they own and are assigned to stays theirs. */
export function deactivate(company: Company, user: User, at: number): void {
  user.active = false;
  company.users.touch(user, at);
}

function record(company: Company, plan: Initiative | Project, entries: Record<string, unknown>, at: number): void {
  const kind = 'teams' in plan ? 'projectHistory' : 'initiativeHistory';
  plan.history.push({ id: company.nextId(kind), entries, createdAt: at, updatedAt: at, archivedAt: null });
}
