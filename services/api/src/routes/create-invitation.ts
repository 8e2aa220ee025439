import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { recordAudit, upsertInvitation } from '@speedtax/storage/accounts';
import { getOrganizationSettings } from '@speedtax/storage/organization';
import { checkMayGive } from '../accounts/check-owners.ts';
import { hashToken, makeToken } from '../auth/hash-token.ts';
import { writeLetters } from '../auth/write-letters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

const validMs = 7 * 86_400_000;

export const createInvitation = route(
  endpoints.createInvitation,
  async ({ body: { email, role }, principal }, { database, accounts, now }) => {
    if (!accounts) throw new HttpProblem(409, 'no_accounts', 'There are no accounts here');
    const { organizationId, actor } = principal;
    checkMayGive(principal, role);
    const token = makeToken();
    const createdAt = new Date(now());
    const invitation = { id: randomUUID(), email, role, invitedBy: principal.name, createdAt, expiresAt: new Date(now() + validMs) };
    const { name: organizationName } = await database.inOrganization(organizationId, async (trx) => {
      await upsertInvitation(trx, organizationId, { ...invitation, tokenHash: hashToken(token) });
      const subject = { kind: 'invitation', id: invitation.id, name: email };
      await recordAudit(trx, { organizationId, actor, action: 'member.invited', subject, detail: { role }, at: createdAt });
      return getOrganizationSettings(trx, organizationId);
    });
    const url = `${accounts.settings.publicUrl}/invitation?token=${token}`;
    const isSent = accounts.mail.delivery === 'sent';
    if (isSent) await writeLetters(accounts.mail).invitation(email, { organizationName, invitedBy: principal.name, url });
    return {
      ...invitation,
      createdAt: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      link: isSent ? null : url,
    };
  },
);
