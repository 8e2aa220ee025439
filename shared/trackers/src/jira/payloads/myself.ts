import type { z } from 'zod';
import { maybeText } from './scalars.ts';
import { userPayload } from './user.ts';

/** Whose credentials these are, and the zone in which Jira reads this person's queries. */
export const myselfPayload = userPayload.extend({ timeZone: maybeText });
export type MyselfPayload = z.infer<typeof myselfPayload>;
