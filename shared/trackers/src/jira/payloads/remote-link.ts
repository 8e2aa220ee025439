import { z } from 'zod';
import { jiraId, listOf, maybeText, text } from './scalars.ts';

/** A link of an issue to something elsewhere, as it is kept. */
export const remoteLinkPayload = z.object({ id: jiraId, relationship: maybeText, url: text });

/** The links of one issue that name an issue of a tracker. */
export const remoteLinksPayload = z.object({ id: jiraId, remoteLinks: listOf(remoteLinkPayload) });
