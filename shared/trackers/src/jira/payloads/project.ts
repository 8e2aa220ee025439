import { z } from 'zod';
import { jiraId, maybeText, orNull, text } from './scalars.ts';
import { maybeUser } from './user.ts';

export const projectPayload = z.object({
  id: jiraId,
  key: text,
  /** Left out where a project is only mentioned. */
  name: maybeText,
  lead: maybeUser,
  archived: orNull(z.boolean()),
  /** `software`, `service_desk`, `business`. */
  projectTypeKey: maybeText,
});
export type ProjectPayload = z.infer<typeof projectPayload>;
