import type { InitiativeOwnerChangeRow, PlanStatusName, ProjectRow } from '../../fact-rows.ts';
import type { Mapped, MappingProblem } from '../../mapped.ts';
import { type ReplayedIssue, replayIssue } from '../histories/replay-issue.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { UserPayload } from '../payloads/user.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { epicLevel, issueLevel } from '../site/levels.ts';
import { dayIn, personIn } from '../site/read-custom.ts';
import { categoryOfEffective } from '../site/statuses/effective-status.ts';
import { idOf, personIdFor, personRef } from './ids.ts';
import { personStub } from './map-people.ts';

/**
 * An epic or what is above it: a project, an initiative, or both where epics are the initiatives. What is between the two only
 * carries the chain; what is above initiatives is counted.
 * @param histories null: not known yet; then its own timestamps have to do
 */
export function mapPlan(site: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[] | null): Mapped {
  const level = site.issueTypes.get(issue.fields.issuetype.id)?.level ?? issueLevel;
  if (level <= issueLevel) return { rows: {} };
  const [isProject, isInitiative] = [level === epicLevel, level === site.initiativeLevel];
  const replayed = replayIssue(site, issue, histories ?? []);
  const { row, problems } = planRow(site, issue, replayed, histories !== null);
  const owners = isInitiative ? mapOwners(site, issue, replayed) : { changes: [], people: [] };
  const initiativeId = idOf(site, 'initiative', issue.id);
  const projectId = idOf(site, 'project', issue.id);
  return {
    rows: {
      project: isProject ? [{ ...row, id: projectId, lead_id: personRef(site, issue.fields.assignee) }] : [],
      initiative: isInitiative ? [{ ...row, id: initiativeId, owner_id: personRef(site, ownerOf(site, issue)) }] : [],
      initiative_owner_change: owners.changes,
    },
    placeholders: { person: owners.people },
    noLonger: {
      issue: [idOf(site, 'issue', issue.id)],
      project: isProject ? [] : [projectId],
      initiative: isInitiative ? [] : [initiativeId],
    },
    problems: [...problems, ...(level > (site.initiativeLevel ?? level) ? [aboveInitiatives(issue, level)] : [])],
  };
}

type PlanRow = Omit<ProjectRow, 'id' | 'lead_id'>;

function planRow(
  site: JiraSite,
  issue: IssuePayload,
  replayed: ReplayedIssue,
  hasHistory: boolean,
): { row: PlanRow; problems: MappingProblem[] } {
  const { fields } = issue;
  const phases = replayed.status.map(({ at, value }) => ({ at, status: planStatusOf(site, value) }));
  const status = phases.at(-1)?.status ?? null;
  const changedAt = fields.statuscategorychangedate;
  const begin = phases.find((phase) => phase.status === 'active');
  // The last time it came to be over, not the last change among statuses that are.
  const end = phases[phases.findLastIndex((phase) => !isOver(phase.status)) + 1];
  const toInstant = (phase: { at: number } | undefined) => (phase === undefined ? null : new Date(phase.at).toISOString());
  const row: PlanRow = {
    external_id: issue.id,
    key: issue.key,
    name: fields.summary ?? issue.key,
    url: `${site.browseUrl}/browse/${issue.key}`,
    status: status ?? 'planned',
    tracker_status: fields.status.name,
    health: null,
    start_on: dayIn(issue, site.fields.targetStart) ?? dayIn(issue, site.fields.startDate),
    target_on: dayIn(issue, site.fields.targetEnd) ?? fields.duedate,
    created_at: fields.created,
    started_at: status === 'planned' ? null : hasHistory ? toInstant(begin) : status === 'active' ? changedAt : null,
    completed_at: status !== 'completed' ? null : ((hasHistory ? toInstant(end) : null) ?? fields.resolutiondate ?? changedAt),
    closed_at: null,
  };
  if (status !== null) return { row, problems: [] };
  const detail = `status '${fields.status.name}' is in no category: choose one in the mapping`;
  return { row, problems: [{ kind: 'unknown-plan-status', subject: `plan ${issue.key}`, detail }] };
}

/** null: the status has no category. */
function planStatusOf(site: JiraSite, effectiveId: string): PlanStatusName | null {
  const category = categoryOfEffective(site, effectiveId);
  if (category === null || category === 'completed' || category === 'canceled') return category;
  return category === 'started' ? 'active' : 'planned';
}

function isOver(status: PlanStatusName | null): boolean {
  return status === 'completed' || status === 'canceled';
}

function ownerOf(site: JiraSite, issue: IssuePayload): UserPayload | null {
  const field = site.mapping.initiativeOwnerField;
  if (field === 'assignee' || field === 'reporter' || field === 'creator') return issue.fields[field];
  return personIn(issue, field);
}

function mapOwners(site: JiraSite, issue: IssuePayload, { items }: ReplayedIssue) {
  const isAssignee = site.mapping.initiativeOwnerField === 'assignee';
  const told = items.filter(({ field, item }) => item.from !== item.to && field === (isAssignee ? 'assignee' : 'owner'));
  const personId = (externalId: string | null) => (externalId === null ? null : personIdFor(site, externalId));
  const changes = told.map(
    ({ at, item }): InitiativeOwnerChangeRow => ({
      initiative_id: idOf(site, 'initiative', issue.id),
      at: new Date(at).toISOString(),
      from_person_id: personId(item.from),
      to_person_id: personId(item.to),
      source: 'history',
    }),
  );
  const people = told.flatMap(({ item }) => [
    ...(item.from === null ? [] : [personStub(site, item.from, item.fromText)]),
    ...(item.to === null ? [] : [personStub(site, item.to, item.toText)]),
  ]);
  return { changes: [...new Map(changes.map((change) => [change.at, change])).values()], people };
}

function aboveInitiatives(issue: IssuePayload, level: number): MappingProblem {
  return { kind: 'plan-above-initiatives', subject: issue.key, detail: `it is at level ${level}, above the initiatives` };
}
