import { z } from 'zod';
import { id, instant } from './common.ts';

/** Who did it, by the name of then. */
export const auditActor = z.object({
  kind: z.enum(['user', 'api_key', 'local_user', 'system']),
  id: id.nullable(),
  name: z.string(),
});

/** One thing that changed who can see or do what, or what everybody sees. Never changed and never deleted. */
export const auditEntry = z.object({
  id,
  at: instant,
  actor: auditActor,
  action: z.string().describe('what was done, as `subject.verb`: `member.invited`, `api_key.revoked`, `connection.deleted`'),
  subject: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  detail: z.record(z.string(), z.unknown()).describe('what differs, without secrets'),
});
export type AuditEntry = z.infer<typeof auditEntry>;
