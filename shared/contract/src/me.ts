import { z } from 'zod';
import { coverage, id, instant } from './common.ts';

/** Who is asking, of which organization, and how fresh its figures are: what every screen shows around its figures. */
export const me = z.object({
  organization: z.object({ id, name: z.string(), timeZone: z.string() }),
  principal: z.object({ kind: z.enum(['api_key', 'local_user']), name: z.string(), role: z.string() }),
  engineVersion: z.string(),
  dataCutOff: instant.nullable().describe('null before the first analysis'),
  coverage,
});
export type Me = z.infer<typeof me>;
