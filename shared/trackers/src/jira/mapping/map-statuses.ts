import type { StatusCategoryName, StatusRow } from '../../fact-rows.ts';
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
