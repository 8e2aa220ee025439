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
  | 'link'
  /** The field that the user has chosen for owners of initiatives, where that is not the assignee. */
  | 'owner';

/** `field` is a name to be shown, and localized in places: it decides only where there is no id. */
const byId: ReadonlyMap<string, ChangedField> = new Map([
  ['status', 'status'],
  ['resolution', 'resolution'],
  ['assignee', 'assignee'],
  ['project', 'project'],
  ['issuetype', 'type'],
  ['components', 'components'],
  ['labels', 'labels'],
]);

const byName: ReadonlyMap<string, ChangedField> = new Map([
  ['status', 'status'],
  ['resolution', 'resolution'],
  ['assignee', 'assignee'],
  ['project', 'project'],
  ['key', 'key'],
  ['issuetype', 'type'],
  ['component', 'components'],
  ['labels', 'labels'],
  ['sprint', 'sprint'],
  ['team', 'team'],
  ['parent', 'parent'],
  ['issueparentassociation', 'parent'],
  ['epic link', 'parent'],
  ['parent link', 'parent'],
  ['link', 'link'],
]);

/** Fields that have no id of their own even where others do, or one that the site has not told. */
const namedBesideId: ReadonlySet<ChangedField> = new Set(['key', 'sprint', 'parent', 'link']);

/** null: it is about nothing that matters here. */
export function changedFieldOf({ fields, fieldNames, mapping }: JiraSite, item: ChangeItem): ChangedField | null {
  if (isFlagField(fields, item)) return 'flag';
  const name = item.field.trim().toLowerCase();
  const named = byName.get(name) ?? null;
  const isField = (id: string | null) => id !== null && (item.fieldId === null ? fieldNames.get(id) === name : item.fieldId === id);
  if (mapping.initiativeOwnerField !== 'assignee' && (isField(mapping.initiativeOwnerField) || name === mapping.initiativeOwnerField))
    return 'owner';
  if (isField(fields.team)) return 'team';
  if (isField(fields.sprint)) return 'sprint';
  if (isField(fields.epicLink) || isField(fields.parentLink)) return 'parent';
  if (item.fieldId === null) return named === 'team' && fields.team !== null && fieldNames.has(fields.team) ? null : named;
  return byId.get(item.fieldId) ?? (named !== null && namedBesideId.has(named) ? named : null);
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
