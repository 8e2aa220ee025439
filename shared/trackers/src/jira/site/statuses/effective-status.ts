import type { StatusCategoryName } from '../../../fact-rows.ts';
import type { JiraSite, SiteStatus } from '../jira-site.ts';

/*
 * A status of Jira may count as one of two things, by what else is true of the issue at that instant. So it is kept as two
 * statuses: itself, and one that says what was the matter.
 */

const variants = {
  /** In a project that works in sprints, and in none that has begun. */
  unplanned: { suffix: '#unplanned', of: 'unstarted', as: 'backlog' },
  /** With a resolution that says it was not done. */
  notDone: { suffix: '#not-done', of: 'completed', as: 'canceled' },
} as const satisfies Record<string, { suffix: string; of: StatusCategoryName; as: StatusCategoryName }>;

/** What of an issue at an instant decides what its status counts as. */
export interface StatusCircumstances {
  readonly statusId: string;
  readonly projectId: string;
  readonly sprintIds: readonly string[];
  readonly saysNotDone: boolean;
}

/** The status an issue is in at `at` (epoch milliseconds), as it is kept here: Jira's id of it, or that of a variant. */
export function effectiveStatusId(
  site: JiraSite,
  { statusId, projectId, sprintIds, saysNotDone }: StatusCircumstances,
  at: number,
): string {
  const status = site.statuses.get(statusId);
  if (status === undefined || status.isDecided) return statusId;
  if (status.category === variants.notDone.of && saysNotDone) return statusId + variants.notDone.suffix;
  if (status.category !== variants.unplanned.of || !site.sprintProjects.has(projectId)) return statusId;
  return sprintIds.some((id) => hasBegun(site, id, at)) ? statusId : statusId + variants.unplanned.suffix;
}

/** Jira's id of the status of which this is a variant. */
export function baseStatusId(effectiveId: string): string {
  const [base = effectiveId] = effectiveId.split('#');
  return base;
}

/** What a status or variant counts as; null: nobody can tell. */
export function categoryOfEffective(site: JiraSite, effectiveId: string): StatusCategoryName | null {
  const base = site.statuses.get(baseStatusId(effectiveId));
  if (base === undefined) return null;
  return variantsOf(base).find(({ id }) => id === effectiveId)?.category ?? base.category;
}

/** The variants that issues in this status may be in. */
export function variantsOf({ id, category, isDecided }: SiteStatus): { id: string; category: StatusCategoryName }[] {
  if (isDecided) return [];
  return Object.values(variants).flatMap(({ suffix, of, as }) => (category === of ? [{ id: id + suffix, category: as }] : []));
}

/** Of a sprint that nobody tells of any more it is taken that it began: it stands in a history. */
function hasBegun({ sprints }: JiraSite, id: string, at: number): boolean {
  const sprint = sprints.get(id);
  return sprint === undefined || (sprint.begunAt !== null && sprint.begunAt <= at);
}
