import { z } from 'zod';
import { jiraId, maybeText, text } from './scalars.ts';

/** What has an id and a name, as resolutions have. */
export const namedPayload = z.object({ id: jiraId, name: text, untranslatedName: maybeText });
export type NamedPayload = z.infer<typeof namedPayload>;
