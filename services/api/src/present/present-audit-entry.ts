import type { AuditEntry } from '@speedtax/contract';
import type { listAudit } from '@speedtax/storage/accounts';

export function presentAuditEntry(row: Awaited<ReturnType<typeof listAudit>>[number]): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    detail: row.detail,
  };
}
