import type { Step } from '@speedtax/domain';
import type { IssuePayload } from '../payloads/issue.ts';
import { projectKeyOf } from '../site/issue-key.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { SignedProject } from '../site/teams/find-team.ts';
import type { DatedItem } from './order-entries.ts';
import { type Life, replayField, type Value } from './replay-field.ts';

/** The projects an issue has been in: today's as they are today, those that are gone as the history last named them. */
export function projectsIn(site: JiraSite, { fields }: IssuePayload, items: readonly DatedItem[]): ReadonlyMap<string, SignedProject> {
  const projects = new Map<string, SignedProject>();
  for (const { field, entryId, item } of items) {
    if (field !== 'project') continue;
    const keys = items.find((other) => other.entryId === entryId && other.field === 'key')?.item;
    for (const [id, name, key] of [
      [item.from, item.fromText, keys?.fromText],
      [item.to, item.toText, keys?.toText],
    ])
      if (id) projects.set(id, { id, name: name ?? id, key: projectKeyOf(key ?? null) ?? name ?? id });
  }
  for (const { field, item } of items)
    for (const key of field === 'key' ? [item.fromText, item.toText].map(projectKeyOf) : [])
      if (key !== null && !site.projectIdByKey.has(key)) projects.set(goneProjectId(key), { id: goneProjectId(key), key, name: key });
  const { id, key, name } = fields.project;
  projects.set(id, { id, key, name: name ?? key });
  // Today's word is the site's.
  return new Map([...projects].map(([each, told]) => [each, site.projects.get(each) ?? told]));
}

/** Moves tell the project's ids; where an entry tells a new key alone, its beginning tells the project. */
export function replayProject(
  site: JiraSite,
  items: readonly DatedItem[],
  projects: ReadonlyMap<string, SignedProject>,
  { fields }: IssuePayload,
  life: Life,
): Step<Value>[] {
  if (items.some(({ field }) => field === 'project'))
    return replayField(items, 'project', ({ from, to }) => [from, to], fields.project.id, life);
  const idOf = (issueKey: string | null) => {
    const key = projectKeyOf(issueKey);
    if (key === null) return fields.project.id;
    const known = site.projectIdByKey.get(key) ?? [...projects.values()].find((project) => project.key === key)?.id;
    return known ?? goneProjectId(key);
  };
  return replayField(items, 'key', ({ fromText, toText }) => [idOf(fromText), idOf(toText)], fields.project.id, life);
}

function goneProjectId(key: string): string {
  return `key:${key}`;
}
