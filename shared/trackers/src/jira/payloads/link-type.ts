import { z } from 'zod';
import { jiraId, text } from './scalars.ts';

/** A kind of link: the inward issue *outward* the outward issue, the outward issue *inward* the inward one. Phrases are the site's own. */
export const linkTypePayload = z.object({ id: jiraId, name: text, inward: text, outward: text });
export type LinkTypePayload = z.infer<typeof linkTypePayload>;
