import type { Company } from '../company/company.ts';
import type { ProjectStatus, ProjectStatusType } from '../company/initiative.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';

const STATUSES: readonly (readonly [name: string, type: ProjectStatusType, color: string])[] = [
  ['Backlog', 'backlog', '#bec2c8'],
  ['Planned', 'planned', '#e2e2e2'],
  ['In Progress', 'started', '#f2c94c'],
  ['In Rollout', 'started', '#0f783c'],
  ['Paused', 'paused', '#95a2b3'],
  ['Completed', 'completed', '#5e6ad2'],
  ['Canceled', 'canceled', '#95a2b3'],
];
/** The workspace's project statuses by name; two of them mean started. */
export function makeProjectStatuses(company: Company): ReadonlyMap<string, ProjectStatus> {
  const at = company.today - (HISTORY_DAYS + 500) * DAY_MS;
  return new Map(
    STATUSES.map(([name, type, color], place) => [
      name,
      company.projectStatuses.add({
        id: company.nextId('projectStatus'),
        name,
        type,
        color,
        position: place,
        indefinite: type === 'backlog' || type === 'paused',
        createdAt: at,
        updatedAt: at,
        archivedAt: null,
      }),
    ]),
  );
}
