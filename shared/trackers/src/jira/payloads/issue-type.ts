import { z } from 'zod';
import { jiraId, maybeText, orNull, text } from './scalars.ts';

export const issueTypePayload = z.object({
  id: jiraId,
  name: text,
  untranslatedName: maybeText,
  subtask: orNull(z.boolean()),
  /** −1 sub-task, 0 base, 1 epic, above that what the site has put there; servers do not say. */
  hierarchyLevel: orNull(z.number().int()),
});
export type IssueTypePayload = z.infer<typeof issueTypePayload>;
