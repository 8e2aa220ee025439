import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

type Row = Tables['invitation'];
export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Row['role'];
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Takes the place of an earlier invitation of the same address, whose link then no longer works. */
export async function upsertInvitation(trx: Transaction<Tables>, organizationId: string, invitation: NewInvitation): Promise<void> {
  await trx
    .deleteFrom('invitation')
    .where('organization_id', '=', organizationId)
    .where('email', '=', invitation.email)
    .where('accepted_at', 'is', null)
    .execute();
  await trx
    .insertInto('invitation')
    .values({
      organization_id: organizationId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** Those that nobody has accepted, expired ones included. */
export function listOpenInvitations(
  trx: Transaction<Tables>,
  organizationId: string,
  { id, afterId, limit }: { id?: string; afterId?: string | null; limit: number },
) {
  return trx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'invited_by as invitedBy', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('organization_id', '=', organizationId)
    .where('accepted_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(Boolean(afterId), (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function deleteInvitation(trx: Transaction<Tables>, organizationId: string, id: string): Promise<void> {
  await trx.deleteFrom('invitation').where('organization_id', '=', organizationId).where('id', '=', id).execute();
}

/** False: somebody was faster. */
export async function acceptInvitation(trx: Transaction<Tables>, organizationId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ accepted_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of `asSystem`: whose link this is, while it can be accepted. */
export function findInvitationByToken(trx: Transaction<Tables>, tokenHash: string, now: Date) {
  return openInvitations(trx, now).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** Of `asSystem`: is anybody waiting for this address? */
export async function isInvited(trx: Transaction<Tables>, email: string, now: Date): Promise<boolean> {
  return (await openInvitations(trx, now).where('email', '=', email).limit(1).executeTakeFirst()) !== undefined;
}

function openInvitations(trx: Transaction<Tables>, now: Date) {
  return trx
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['organization.id as organizationId', 'organization.name as organizationName'])
    .select(['invitation.id', 'email', 'role', 'invited_by as invitedBy', 'expires_at as expiresAt'])
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now);
}
