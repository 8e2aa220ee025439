import type { ApiKey, Invitation, Member } from '@speedtax/contract';
import type { listApiKeys, listOpenInvitations, MemberRow } from '@speedtax/storage/accounts';

type InvitationRow = Awaited<ReturnType<typeof listOpenInvitations>>[number];
type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number];

export const presentMember = ({ joinedAt, ...member }: MemberRow): Member => ({ ...member, joinedAt: joinedAt.toISOString() });

export const presentInvitation = ({ createdAt, expiresAt, ...invitation }: InvitationRow): Invitation => ({
  ...invitation,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export const presentApiKey = ({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKeyRow): ApiKey => ({
  id,
  name,
  scopes: [...scopes],
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
