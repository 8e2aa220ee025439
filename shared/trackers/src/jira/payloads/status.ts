import { z } from 'zod';
import { jiraId, maybeText, orNull, text } from './scalars.ts';

export const statusPayload = z.object({
  id: jiraId,
  name: text,
  /** The name before translation, where Jira tells it. */
  untranslatedName: maybeText,
  /** Servers before 6.1 have none. Its key is `new`, `indeterminate`, `done` or `undefined`. */
  statusCategory: orNull(z.object({ key: text })),
  /** The one project a team-managed status belongs to. */
  scope: orNull(z.object({ project: orNull(z.object({ id: jiraId })) })),
});
export type StatusPayload = z.infer<typeof statusPayload>;
