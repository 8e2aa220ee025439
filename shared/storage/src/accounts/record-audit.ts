import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface AuditActor {
  readonly kind: Tables['audit_entry']['actor_kind'];
  /** Of the account or the API key; null for the local user and the system. */
  readonly id: string | null;
  readonly name: string;
}

export interface AuditRecord {
  readonly organizationId: string;
  /** Who did it; of a request: `principal.actor`. */
  readonly actor: AuditActor;
  /** `subject.verb`, the verb in the past: `member.invited`, `api_key.revoked`, `alert_rule.changed`. */
  readonly action: `${string}.${string}`;
  /** What it was done to. Its name is kept as it is now: the thing itself may be gone when somebody reads this. */
  readonly subject: { readonly kind: string; readonly id: string | null; readonly name: string };
  /** What differs, in a few fields of the contract's words. Never a secret, a token, a link that lets somebody in, or a list without a limit. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Of a request: `new Date(context.now())`. */
  readonly at: Date;
}

/**
 * Keeps who changed what: everything that changes who can see or do something, or what everybody sees. Call it in the
 * transaction that makes the change, so that neither is there without the other. Entries are never changed or deleted.
 */
export async function recordAudit(
  trx: Transaction<Tables>,
  { organizationId, actor, action, subject, detail, at }: AuditRecord,
): Promise<void> {
  await trx
    .insertInto('audit_entry')
    .values({
      organization_id: organizationId,
      id: randomUUID(),
      at,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_name: subject.name,
      detail: JSON.stringify(detail ?? {}),
    })
    .execute();
}
