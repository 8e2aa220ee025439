import type { StatusCategoryName, StatusRow } from '../../fact-rows.ts';
import type { MappingProblem } from '../../mapped.ts';
import type { JiraSite, SiteStatus } from '../site/jira-site.ts';
import { variantsOf } from '../site/statuses/effective-status.ts';
import { idOf } from './ids.ts';

/** A status, and what it counts as under other circumstances. */
export function mapStatus(site: JiraSite, status: SiteStatus): StatusRow[] {
  const row = (id: string, category: StatusCategoryName | null): StatusRow => ({
    id: idOf(site, 'status', id),
    external_id: id,
    team_id: null,
    name: status.name,
    tracker_type: status.trackerCategory ?? 'unknown',
    category,
  });
  return [row(status.id, status.category), ...variantsOf(status).map(({ id, category }) => row(id, category))];
}

export function mapStatusById(site: JiraSite, statusId: string): StatusRow[] {
  const status = site.statuses.get(statusId);
  return status === undefined ? [] : mapStatus(site, status);
}

/** Statuses that nobody can place: time in them is no evidence of anything until the user chooses. */
export function problemsOfStatuses(statuses: readonly SiteStatus[]): MappingProblem[] {
  return statuses
    .filter(({ category }) => category === null)
    .map(({ id, name }) => ({
      kind: 'unknown-status-type',
      subject: `status ${name} (${id})`,
      detail: 'Jira does not tell its category: choose one in the mapping',
    }));
}
