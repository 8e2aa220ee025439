import type { ChangeItem } from '../payloads/changelog.ts';
import { isFlagField } from '../site/find-fields.ts';
import type { JiraSite } from '../site/jira-site.ts';

/** What of an issue a change is about, as far as it matters here. */
export type ChangedField =
  | 'status'
  | 'resolution'
  | 'assignee'
  | 'project'
  | 'key'
  | 'type'
  | 'components'
  | 'labels'
  | 'sprint'
  | 'team'
  | 'parent'
  | 'flag'
  | 'link';

/** `field` is a name to be shown, and localized in places: it decides only where there is no id. */
const byId: Partial<Record<ChangedField, string>> = {
  status: 'status',
  resolution: 'resolution',
  assignee: 'assignee',
  project: 'project',
  type: 'issuetype',
  components: 'components',
  labels: 'labels',
};

const byName: Partial<Record<ChangedField, readonly string[]>> = {
  status: ['status'],
  resolution: ['resolution'],
  assignee: ['assignee'],
  project: ['project'],
  key: ['key'],
  type: ['issuetype'],
  components: ['component'],
  labels: ['labels'],
  sprint: ['sprint'],
  team: ['team'],
  parent: ['parent', 'issueparentassociation', 'epic link', 'parent link'],
  link: ['link'],
};

export function isChangeOf({ fields }: Pick<JiraSite, 'fields'>, item: ChangeItem, field: ChangedField): boolean {
  if (field === 'flag') return isFlagField(fields, item);
  if (item.fieldId !== null) {
    if (field === 'sprint') return item.fieldId === fields.sprint || isNamed(item, field);
    if (field === 'team') return item.fieldId === fields.team;
    if (field === 'parent') return item.fieldId === fields.epicLink || item.fieldId === fields.parentLink || isNamed(item, field);
    return byId[field] === undefined ? isNamed(item, field) : item.fieldId === byId[field];
  }
  return isNamed(item, field);
}

function isNamed({ field }: ChangeItem, wanted: ChangedField): boolean {
  return byName[wanted]?.includes(field.trim().toLowerCase()) ?? false;
}

/** `1, 2` → two ids. */
export function listIn(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The id of a status that a change names. It may have a name alone: then that of today's status of this name, else one made of it. */
export function statusIdIn({ statuses }: Pick<JiraSite, 'statuses'>, id: string | null, name: string | null): string | null {
  if (id !== null || name === null) return id;
  const named = [...statuses.values()].filter((status) => status.name === name);
  const [only] = named;
  return only !== undefined && named.length === 1 ? only.id : `name:${name}`;
}
