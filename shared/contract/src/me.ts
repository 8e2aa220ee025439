import { z } from 'zod';
import { id } from './common.ts';

export const role = z.enum(['admin', 'viewer']);
export type Role = z.infer<typeof role>;

/** Who asks, and for which organization. */
export const me = z
  .object({
    organization: z.object({ organizationId: id, name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
    signedInBy: z.enum(['api_key', 'local_session']),
    name: z.string(),
    role,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;
