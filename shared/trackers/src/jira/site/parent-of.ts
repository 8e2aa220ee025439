import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from './jira-site.ts';
import { epicLevel } from './levels.ts';
import { keyIn } from './read-custom.ts';

/** What an issue is directly part of. `level` null: not told. */
export interface ParentReference {
  readonly id: string | null;
  readonly key: string;
  readonly level: number | null;
}

/** The parent that Jira tells with the issue; servers name epics and what is above them by key in fields of their own. */
export function parentOf(site: JiraSite, issue: IssuePayload): ParentReference | null {
  const { parent } = issue.fields;
  if (parent !== null) {
    const type = parent.fields?.issuetype;
    const level = type ? (site.issueTypes.get(type.id)?.level ?? type.hierarchyLevel) : null;
    return {
      id: parent.id ?? site.planIds.get(parent.key) ?? null,
      key: parent.key,
      level: level ?? (site.planIds.has(parent.key) ? epicLevel : null),
    };
  }
  const epicKey = keyIn(issue, site.fields.epicLink);
  const key = epicKey ?? keyIn(issue, site.fields.parentLink);
  if (key === null) return null;
  return { id: site.planIds.get(key) ?? null, key, level: epicKey === null ? null : epicLevel };
}

/** Keys of parents that only a field of the issue names, so that their ids have to be known. */
export function parentKeysOf({ fields }: JiraSite, issue: IssuePayload): string[] {
  if (issue.fields.parent?.id) return [];
  return [keyIn(issue, fields.epicLink), keyIn(issue, fields.parentLink)].filter((key) => key !== null);
}
