import type { z } from 'zod';
import type { KeptItem } from '../../tracker.ts';

/**
 * What a site is put together from: the metadata that Jira lists, and, in the same shapes, what its issues and histories teach
 * where they say more, so that no list is indispensable. Names are those under which items are kept.
 */
export const siteKinds = {
  serverInfo: 'jira-server-info',
  field: 'jira-field',
  status: 'jira-status',
  issueType: 'jira-issue-type',
  linkType: 'jira-link-type',
  project: 'jira-project',
  priority: 'jira-priority',
  sprint: 'jira-sprint',
  /** What only issues and histories teach. */
  pastStatus: 'jira-past-status',
  pastPhrase: 'jira-past-phrase',
  sprintProject: 'jira-sprint-project',
  typeInUse: 'jira-type-in-use',
  epicType: 'jira-epic-type',
  personName: 'jira-person-name',
  plan: 'jira-plan',
  awaitedPlan: 'jira-awaited-plan',
} as const;
export type SiteKind = (typeof siteKinds)[keyof typeof siteKinds];

/** Everything a site is put together from is kept under these names. */
export const allSiteKinds: readonly SiteKind[] = Object.values(siteKinds);

/** The items of one kind that can be read. What Jira has in another shape than ours tells nothing. */
export function readSiteItems<Schema extends z.ZodType>(items: readonly KeptItem[], kind: SiteKind, schema: Schema): z.output<Schema>[] {
  return items.flatMap((item) => {
    if (item.kind !== kind) return [];
    const parsed = schema.safeParse(item.payload);
    return parsed.success ? [parsed.data] : [];
  });
}
