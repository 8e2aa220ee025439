import type { KeptItem } from '../../../tracker.ts';
import { changedFieldOf, listIn, statusIdIn } from '../../histories/change-item.ts';
import type { ChangeItem, HistoryEntry } from '../../payloads/changelog.ts';
import type { IssuePayload } from '../../payloads/issue.ts';
import type { JiraSite } from '../jira-site.ts';
import { siteKinds } from '../site-item.ts';
import { learnPhrases } from './learn-phrases.ts';
import { type Lesson, makeLesson } from './lesson.ts';

export interface IssueWithHistory {
  /** null: only the history is at hand. */
  readonly issue: IssuePayload | null;
  readonly histories: readonly HistoryEntry[];
}

/** What histories say of their site: statuses that are gone, former phrases of link types, which projects work in sprints. */
export function learnFromHistories(site: JiraSite, told: readonly IssueWithHistory[]): readonly KeptItem[] {
  const lesson = makeLesson();
  for (const { issue, histories } of told) {
    for (const entry of histories) {
      for (const item of entry.items) {
        learnPastStatuses(lesson, site, item);
        if (issue) learnFields(lesson, site, issue, item);
        if (issue) learnSprintProject(lesson, site, issue.fields.project.id, item);
      }
    }
    if (issue) learnPhrases(lesson, site, issue, histories);
  }
  return lesson.items();
}

function learnPastStatuses(lesson: Lesson, site: JiraSite, item: ChangeItem): void {
  if (changedFieldOf(site, item) !== 'status') return;
  for (const [id, name] of [
    [statusIdIn(site, item.from, item.fromText), item.fromText],
    [statusIdIn(site, item.to, item.toText), item.toText],
  ]) {
    if (id && name && !site.statuses.has(id)) lesson.teach(siteKinds.pastStatus, id, { id, name });
  }
}

function learnSprintProject(lesson: Lesson, site: JiraSite, projectId: string, item: ChangeItem): void {
  if (site.sprintProjects.has(projectId) || changedFieldOf(site, item) !== 'sprint') return;
  const [sprintId] = [...listIn(item.to), ...listIn(item.from)];
  if (sprintId !== undefined) lesson.teach(siteKinds.sprintProject, `${sprintId}/${projectId}`, { sprintId, projectId });
}

/** Where the site does not list its fields, the one that holds what the change has left there is the one that was changed. */
function learnFields(lesson: Lesson, { fields }: JiraSite, { custom }: IssuePayload, item: ChangeItem): void {
  const learn = (id: string | undefined, name: string, type: string) => {
    if (id?.startsWith('customfield_')) lesson.teach(siteKinds.field, id, { id, name, schema: { custom: type } });
  };
  if (fields.epicLink === null && item.field === 'Epic Link' && item.toText !== null) {
    const holder = Object.entries(custom).find(([, value]) => value === item.toText)?.[0];
    learn(item.fieldId ?? holder, item.field, 'com.pyxis.greenhopper.jira:gh-epic-link');
  }
  if (fields.parentLink === null && item.field === 'Parent Link' && item.toText !== null) {
    const holder = Object.entries(custom).find(([, value]) => value === item.toText)?.[0];
    learn(item.fieldId ?? holder, item.field, 'com.atlassian.jpo:jpo-custom-field-parent');
  }
}
