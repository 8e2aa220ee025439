import type { KeptItem } from '../../../tracker.ts';
import type { IssuePayload } from '../../payloads/issue.ts';
import type { IssueTypePayload } from '../../payloads/issue-type.ts';
import type { ProjectPayload } from '../../payloads/project.ts';
import type { StatusPayload } from '../../payloads/status.ts';
import type { UserPayload } from '../../payloads/user.ts';
import type { JiraSite } from '../jira-site.ts';
import { decideLevel, issueLevel } from '../levels.ts';
import { parentKeysOf } from '../parent-of.ts';
import { readList, sprintsOf } from '../read-custom.ts';
import { siteKinds } from '../site-item.ts';
import { begunAtOf } from '../sprint-begin.ts';
import { type Lesson, makeLesson } from './lesson.ts';

/**
 * What issues say of their site that it does not know yet: their statuses, types, links, projects, sprints and people carry
 * what lists would have told.
 */
export function learnFromIssues(site: JiraSite, issues: readonly IssuePayload[]): readonly KeptItem[] {
  const lesson = makeLesson();
  const keys = new Set(issues.map(({ key }) => key));
  for (const issue of issues) {
    learnFromIssue(lesson, site, issue);
    learnAwaitedPlans(lesson, site, issue, keys);
  }
  return lesson.items();
}

function learnFromIssue(lesson: Lesson, site: JiraSite, issue: IssuePayload): void {
  const { fields } = issue;
  learnStatus(lesson, site, fields.status);
  learnIssueType(lesson, site, fields.issuetype);
  learnProject(lesson, site, fields.project);
  if (fields.priority && !site.priorities.has(fields.priority.id)) lesson.teach(siteKinds.priority, fields.priority.id, fields.priority);
  for (const { type, inwardIssue, outwardIssue } of fields.issuelinks) {
    if (!site.linkTypes.has(type.id)) lesson.teach(siteKinds.linkType, type.id, type);
    for (const end of [inwardIssue, outwardIssue]) {
      if (end?.fields?.status) learnStatus(lesson, site, end.fields.status);
      if (end?.fields?.issuetype) learnIssueType(lesson, site, end.fields.issuetype);
    }
  }
  if (fields.parent?.fields?.status) learnStatus(lesson, site, fields.parent.fields.status);
  if (fields.parent?.fields?.issuetype) learnIssueType(lesson, site, fields.parent.fields.issuetype);
  for (const person of [fields.assignee, fields.creator, fields.reporter]) learnPerson(lesson, site, person);
  learnSprints(lesson, site, issue);
  learnPlan(lesson, site, issue);
}

function learnStatus(lesson: Lesson, site: JiraSite, status: StatusPayload): void {
  const known = site.statuses.get(status.id);
  const category = status.statusCategory?.key ?? null;
  const isNew = known === undefined || (known.trackerCategory === null && category !== null);
  const hasChanged = known?.isLearned && (known.name !== status.name || known.trackerCategory !== category);
  if (isNew || hasChanged) lesson.teach(siteKinds.status, status.id, status);
  else lesson.confirm(siteKinds.status, status.id);
}

function learnIssueType(lesson: Lesson, site: JiraSite, type: IssueTypePayload): void {
  if (!site.issueTypes.has(type.id)) lesson.teach(siteKinds.issueType, type.id, type);
}

function learnProject(lesson: Lesson, site: JiraSite, { id, key, name }: ProjectPayload): void {
  const known = site.projects.get(id);
  // Its key and name are today's wherever it is named; who leads it only the list of projects tells.
  if (known === undefined || known.key !== key) lesson.teach(siteKinds.project, id, { id, key, name });
  else lesson.confirm(siteKinds.project, id);
}

export function learnPerson(lesson: Lesson, site: JiraSite, person: UserPayload | null): void {
  if (person === null || person.accountId !== null || person.key === null || person.name === null) return;
  if (person.key !== person.name && !site.personNames.has(person.name))
    lesson.teach(siteKinds.personName, person.name, { name: person.name, personId: person.key });
}

function learnSprints(lesson: Lesson, site: JiraSite, issue: IssuePayload): void {
  const projectId = issue.fields.project.id;
  if (site.fields.sprint === null) learnSprintField(lesson, issue);
  for (const sprint of sprintsOf(issue, site.fields)) {
    const known = site.sprints.get(sprint.id);
    const hasChanged = known?.isLearned && known.begunAt !== begunAtOf(sprint);
    if (known === undefined || hasChanged) lesson.teach(siteKinds.sprint, sprint.id, sprint);
    else lesson.confirm(siteKinds.sprint, sprint.id);
    if (!known?.projectIds.has(projectId))
      lesson.teach(siteKinds.sprintProject, `${sprint.id}/${projectId}`, { sprintId: sprint.id, projectId });
  }
}

/** Where the site does not list its fields: one that holds sprints is plain. */
function learnSprintField(lesson: Lesson, { custom }: IssuePayload): void {
  for (const [id, value] of Object.entries(custom)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    if (readList(value).some(({ state, name }) => state !== null && name !== null))
      lesson.teach(siteKinds.field, id, { id, name: 'Sprint', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } });
  }
}

function learnPlan(lesson: Lesson, site: JiraSite, issue: IssuePayload): void {
  const type = issue.fields.issuetype;
  const level = site.issueTypes.get(type.id)?.level ?? decideLevel(type, { chosen: site.mapping.levels[type.id], isEpicType: false });
  if (!site.typesInUse.has(type.id)) lesson.teach(siteKinds.typeInUse, type.id, { issueTypeId: type.id });
  if (level > issueLevel) {
    if (site.planIds.get(issue.key) !== issue.id) lesson.teach(siteKinds.plan, issue.key, { key: issue.key, id: issue.id });
  }
  const { epicName } = site.fields;
  if (epicName !== null && issue.custom[epicName] !== undefined) lesson.teach(siteKinds.epicType, type.id, { issueTypeId: type.id });
}

/** Parents that are named before they are seen: what belongs to them is mapped again when they are. */
function learnAwaitedPlans(lesson: Lesson, site: JiraSite, issue: IssuePayload, keysBeside: ReadonlySet<string>): void {
  for (const key of parentKeysOf(site, issue))
    if (!site.planIds.has(key) && !site.awaitedPlanKeys.has(key) && !keysBeside.has(key)) lesson.teach(siteKinds.awaitedPlan, key, { key });
}
