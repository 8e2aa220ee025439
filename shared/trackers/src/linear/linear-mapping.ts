import { z } from 'zod';
import type { StatusCategoryName } from '../fact-rows.ts';
import type { Mapped } from '../mapped.ts';

const statusCategories = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'] as const satisfies StatusCategoryName[];

/** What the user chooses for a Linear workspace; the rest it says itself. */
export const linearMapping = z.strictObject({
  /** Id of a workflow state → category. */
  statuses: z.record(z.string(), z.enum(statusCategories, `choose one of ${statusCategories.join(', ')}`)).default({}),
});
export type LinearMapping = z.output<typeof linearMapping>;

/** Statuses as the user has chosen them, whatever the workspace says. */
export function applyStatusChoices(mapped: Mapped, { statuses }: LinearMapping): Mapped {
  const rows = mapped.rows.workflow_status;
  if (!rows?.some(({ external_id }) => statuses[external_id])) return mapped;
  const workflow_status = rows.map((row) => ({ ...row, category: statuses[row.external_id] ?? row.category }));
  // What the user has decided is known.
  return { ...mapped, rows: { ...mapped.rows, workflow_status }, problems: [] };
}
