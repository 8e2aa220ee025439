import { z } from 'zod';
import { id } from './common.ts';
import { role, scope } from './role.ts';

/** Who asks, and for which organization. */
export const me = z
  .object({
    organization: z.object({ organizationId: id, name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
    signedInBy: z.enum(['api_key', 'local_session', 'session']),
    userId: id.nullable().describe('null for an API key and for the local user of a machine'),
    name: z.string(),
    role,
    scopes: z.array(scope).describe('what this sign-in may be used for'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;
