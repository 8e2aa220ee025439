import { z } from 'zod';
import { jiraId, maybeText, orNull, text } from './scalars.ts';

/** A field of the site. Its id is for good (`customfield_10020`), its name is not. */
export const fieldPayload = z.object({
  id: jiraId,
  name: text,
  untranslatedName: maybeText,
  custom: orNull(z.boolean()),
  schema: orNull(
    z.object({
      type: maybeText,
      items: maybeText,
      /** What makes the field: `com.pyxis.greenhopper.jira:gh-sprint`. */
      custom: maybeText,
    }),
  ),
});
export type FieldPayload = z.infer<typeof fieldPayload>;
