import { insertMember, isInvited, lockMembers, recordAudit } from '@speedtax/storage/accounts';
import type { AccountsOptions } from './accounts.ts';

interface Identity {
  readonly email: string;
  readonly source: { readonly action: string; readonly method: string };
}

/**
 * Who may have an account. One who signs up with a password has shown an invitation before (see `guardSignIn`); of
 * one who comes from a provider the address decides, which the provider vouches for.
 */
export async function admitIdentity(
  { database, settings, now }: AccountsOptions,
  { email, source }: Identity,
): Promise<{ error: string; errorDescription: string } | undefined> {
  if (source.action !== 'create-user' || source.method === 'email-password' || settings.signUp === 'open') return undefined;
  const isExpected =
    (await isFirstAccount({ database })) || (await database.asSystem((trx) => isInvited(trx, email.toLowerCase(), new Date(now()))));
  return isExpected ? undefined : { error: 'invitation_needed', errorDescription: 'Ask somebody of your organization for an invitation.' };
}

export async function isFirstAccount({ database }: Pick<AccountsOptions, 'database'>): Promise<boolean> {
  const account = await database.asSystem((trx) => trx.selectFrom('member').select('user_id').limit(1).executeTakeFirst());
  return account === undefined;
}

/** Whoever comes first owns the installation's first organization; of two who come together, one. */
export async function becomeFirstOwner(
  { database, firstOrganizationId, now }: AccountsOptions,
  { id: userId, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  if (!(await isFirstAccount({ database }))) return;
  const at = new Date(now());
  await database.inOrganization(firstOrganizationId, async (trx) => {
    await lockMembers(trx, firstOrganizationId);
    const member = await trx
      .selectFrom('member')
      .select('user_id')
      .where('organization_id', '=', firstOrganizationId)
      .limit(1)
      .executeTakeFirst();
    if (member) return;
    await insertMember(trx, firstOrganizationId, { userId, role: 'owner', joinedAt: at });
    await recordAudit(trx, {
      organizationId: firstOrganizationId,
      actor: { kind: 'user', id: userId, name },
      action: 'member.joined',
      subject: { kind: 'member', id: userId, name },
      detail: { role: 'owner' },
      at,
    });
  });
}
