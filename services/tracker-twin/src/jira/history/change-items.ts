import type { User } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Resolution } from '../site/resolutions.ts';
import type { SiteStatus } from '../site/statuses.ts';
import type { ChangeItem } from './history.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Nothing where the status is the same: on Data Center, one of two projects may be. */
export function statusItems(from: SiteStatus, to: SiteStatus): ChangeItem[] {
  return from.id === to.id ? [] : [changeItem('status', from, to)];
}

export function resolutionItems(from: Resolution | null, to: Resolution | null): ChangeItem[] {
  return from?.id === to?.id ? [] : [changeItem('resolution', from, to)];
}

export function assigneeItem(site: JiraSite, from: User | null, to: User | null): ChangeItem {
  const name = (user: User | null) => user && { id: userIdOf(site, user), name: user.name };
  return changeItem('assignee', name(from), name(to));
}

/** What a history calls a person by. */
export function userIdOf({ isCloud, numbers }: JiraSite, user: User): string {
  return isCloud ? `712020:${user.id}` : `JIRAUSER${numbers.of('user', user)}`;
}

/** A change of one of Jira's own fields. */
export function changeItem(field: string, from: Named | null, to: Named | null): ChangeItem {
  return { field, fieldtype: 'jira', fieldId: field, ...sides(from, to) };
}

/** A change of a field of the site. */
export function customItem(field: string, fieldId: string, from: Named | null, to: Named | null): ChangeItem {
  return { field, fieldtype: 'custom', fieldId, ...sides(from, to) };
}

/** A change of what is no field, so that no id is named. */
export function plainItem(field: string, from: Partial<Named> | null, to: Partial<Named> | null): ChangeItem {
  return { field, fieldtype: 'jira', ...sides(from, to) };
}

function sides(from: Partial<Named> | null, to: Partial<Named> | null): Pick<ChangeItem, 'from' | 'fromString' | 'to' | 'toString'> {
  return { from: from?.id ?? null, fromString: from?.name ?? null, to: to?.id ?? null, toString: to?.name ?? null };
}
