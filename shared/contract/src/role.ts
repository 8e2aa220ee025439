import { z } from 'zod';

/** From most to least: each may what those after it may. */
export const role = z
  .enum(['owner', 'admin', 'member', 'viewer'])
  .describe('owner: everything; admin: connections, settings, people; member: what people tell Speedtax; viewer: reads');
export type Role = z.infer<typeof role>;

/** What an API key may be used for; never more than the role it was made with. */
export const scope = z.enum(['read', 'write', 'admin']);
export type Scope = z.infer<typeof scope>;
