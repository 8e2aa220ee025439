import type { StatusCategoryName } from '../../../fact-rows.ts';
import type { StatusPayload } from '../../payloads/status.ts';
import type { SiteStatus } from '../jira-site.ts';
import { says } from './says.ts';
import { backlogWords, notDoneWords, triageWords } from './status-words.ts';

type Named = Pick<StatusPayload, 'name' | 'untranslatedName'>;

/** What a status counts as, by Jira's own category of it and by its name; null: Jira does not say. */
export function categoryOfStatus(trackerCategory: string | null, { name, untranslatedName }: Named): StatusCategoryName | null {
  if (trackerCategory === 'done') return says(notDoneWords, name, untranslatedName) ? 'canceled' : 'completed';
  if (trackerCategory === 'indeterminate') return 'started';
  if (trackerCategory !== 'new') return null;
  if (says(triageWords, name, untranslatedName)) return 'triage';
  return says(backlogWords, name, untranslatedName) ? 'backlog' : 'unstarted';
}

/** Jira's own five, which every server began with. */
const ownStatuses: ReadonlyMap<string, { name: string; category: string }> = new Map([
  ['1', { name: 'Open', category: 'new' }],
  ['3', { name: 'In Progress', category: 'indeterminate' }],
  ['4', { name: 'Reopened', category: 'new' }],
  ['5', { name: 'Resolved', category: 'done' }],
  ['6', { name: 'Closed', category: 'done' }],
]);

/**
 * The category of a status that is gone, and that only histories name: that of Jira's own statuses, else that of all today's
 * statuses of the same name where they agree; else nobody can tell.
 */
export function categoryOfPastStatus(id: string, name: string, today: readonly SiteStatus[]): string | null {
  const own = ownStatuses.get(id);
  if (own?.name === name) return own.category;
  const alike = new Set(today.filter((status) => status.name.toLowerCase() === name.toLowerCase()).map((status) => status.trackerCategory));
  const [only] = alike;
  return alike.size === 1 ? (only ?? null) : null;
}

/** Whether a name of a resolution says that the work was not done. */
export function saysNotDone(resolution: { name: string; untranslatedName?: string | null } | null): boolean {
  return resolution !== null && says(notDoneWords, resolution.name, resolution.untranslatedName ?? null);
}
