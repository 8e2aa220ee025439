import type { Issue } from '../../company/issue.ts';
import { teamOf } from '../site/find-subject.ts';
import { findSubtaskParent, issueTypeOf } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { RESOLUTIONS, resolutionOf } from '../site/resolutions.ts';
import type { Row, Subject } from '../site/row.ts';
import { listSprints } from '../site/sprints.ts';
import { statusOfSubject } from '../site/subject-status.ts';
import { teamFieldValue } from '../site/team-field.ts';
import { listComponents, listLabels } from '../site/team-marks.ts';
import { presentComponent } from './component-payload.ts';
import { presentIssueType } from './issue-type-payload.ts';
import { presentLinkedIssue, presentLinks } from './link-payload.ts';
import { presentPriority } from './priority-payload.ts';
import { presentProject } from './project-payload.ts';
import { presentSprint, writeSprint } from './sprint-payload.ts';
import { presentStatus } from './status-payload.ts';
import { presentUserOrNull } from './user-payload.ts';

export type FieldReader = (row: Row) => unknown;

/** How each field of an issue is read, by the id it has on this site. */
export function makeFieldReaders(site: JiraSite): ReadonlyMap<string, FieldReader> {
  const { fields, time } = site;
  const date = (at: number | null) => (at === null ? null : time.write(at));
  const readers: Record<string, FieldReader> = {
    summary: ({ subject: { of } }) => ('title' in of ? of.title : of.name),
    description: ({ subject: { of } }) => of.description ?? null,
    status: ({ subject }) => presentStatus(site, statusOfSubject(site, subject)),
    issuetype: ({ subject }) => presentIssueType(site, issueTypeOf(site, subject)),
    project: ({ subject }) => presentProject(site, teamOf(site, subject)),
    assignee: ({ subject }) => presentUserOrNull(site, assigneeOf(subject)),
    reporter: ({ subject: { of } }) => presentUserOrNull(site, of.creator),
    creator: ({ subject: { of } }) => presentUserOrNull(site, of.creator),
    created: ({ subject: { of } }) => date(of.createdAt),
    updated: (row) => date(row.updatedAt),
    priority: ({ subject: { of } }) => presentPriority(site, 'priority' in of ? of.priority : 0),
    resolution: ({ subject }) => presentResolution(site, subject),
    resolutiondate: ({ subject: { of } }) => date(of.completedAt ?? of.canceledAt),
    duedate: ({ subject: { of } }) => ('dueDate' in of ? of.dueDate : of.targetDate),
    labels: ({ subject: { kind, of } }) => (kind === 'issue' ? listLabels(site, of, of.team) : []),
    components: ({ subject: { kind, of } }) =>
      kind === 'issue' ? listComponents(site, of.team).map((each) => presentComponent(site, each)) : [],
    issuelinks: ({ subject }) => presentLinks(site, subject),
    subtasks: ({ subject }) => listSubtasks(subject).map((of) => presentLinkedIssue(site, { kind: 'issue', of })),
    parent: ({ subject }) => presentParent(site, subject),
    [fields.epicName]: ({ subject: { kind, of } }) => (kind === 'epic' ? of.name : null),
    [fields.epicLink]: ({ subject }) => epicKeyOf(site, subject),
    [fields.parentLink]: ({ subject }) => initiativeKeyOf(site, subject),
    [fields.startDate]: ({ subject: { kind, of } }) => (kind === 'epic' ? of.startDate : null),
    [fields.storyPoints]: ({ subject: { kind, of } }) => (kind === 'issue' ? of.estimate : null),
    [fields.team]: ({ subject: { kind, of } }) => (kind === 'issue' ? teamFieldValue(site, of.team) : null),
    [fields.flagged]: () => null,
    [fields.sprint]: ({ subject }) => presentSprints(site, subject),
  };
  if (site.isCloud) readers.statuscategorychangedate = ({ subject }) => date(findCategoryChange(subject));
  return new Map(Object.entries(readers));
}

function assigneeOf({ kind, of }: Subject) {
  if (kind === 'issue') return of.assignee;
  return kind === 'epic' ? of.lead : of.owner;
}

function presentResolution(site: JiraSite, subject: Subject) {
  const resolution =
    subject.kind === 'issue'
      ? resolutionOf(subject.of.state.type)
      : resolutionOf(subject.of.completedAt ? 'completed' : subject.of.canceledAt ? 'canceled' : 'started');
  const known = RESOLUTIONS.find(({ id }) => id === resolution?.id);
  return known ? { self: `${site.baseUrl}/rest/api/2/resolution/${known.id}`, description: '', ...known } : null;
}

/** Cloud shows every parent in one field; Data Center that of a sub-task only. */
function presentParent(site: JiraSite, subject: Subject) {
  const parent = findParent(subject);
  const isShown = parent && (site.isCloud || parent.kind === 'issue');
  return isShown ? presentLinkedIssue(site, parent) : undefined;
}

function findParent({ kind, of }: Subject): Subject | null {
  if (kind === 'initiative') return null;
  if (kind === 'epic') {
    const initiative = of.initiativeToProjects[0]?.initiative;
    return initiative ? { kind: 'initiative', of: initiative } : null;
  }
  const parent = findSubtaskParent(of);
  if (parent) return { kind: 'issue', of: parent };
  return of.project && { kind: 'epic', of: of.project };
}

function epicKeyOf(site: JiraSite, subject: Subject): string | null {
  const parent = findParent(subject);
  return parent?.kind === 'epic' ? site.planKeys.keyOf(parent.of) : null;
}

function initiativeKeyOf(site: JiraSite, subject: Subject): string | null {
  const parent = findParent(subject);
  return parent?.kind === 'initiative' ? site.planKeys.keyOf(parent.of) : null;
}

function listSubtasks({ kind, of }: Subject): Issue[] {
  return kind === 'issue' ? of.children.filter((child) => findSubtaskParent(child) === of) : [];
}

function presentSprints(site: JiraSite, { kind, of }: Subject) {
  if (!site.settings.hasSprints || kind !== 'issue') return null;
  const sprints = listSprints(site, of);
  if (sprints.length === 0) return null;
  return site.isCloud ? sprints.map(presentSprint) : sprints.map(writeSprint);
}

function findCategoryChange({ kind, of }: Subject): number {
  return kind === 'issue' ? (of.stateSpans.at(-1)?.startedAt ?? of.createdAt) : (of.completedAt ?? of.startedAt ?? of.createdAt);
}
