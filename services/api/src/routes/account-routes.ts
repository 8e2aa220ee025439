import type { Route } from '../http/route.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeMember } from './change-member.ts';
import { chooseOrganization } from './choose-organization.ts';
import { createApiKey } from './create-api-key.ts';
import { createInvitation } from './create-invitation.ts';
import { createOrganization } from './create-organization.ts';
import { deleteApiKey } from './delete-api-key.ts';
import { deleteInvitation } from './delete-invitation.ts';
import { deleteMember } from './delete-member.ts';
import { deleteOtherSessions } from './delete-other-sessions.ts';
import { deleteSession } from './delete-session.ts';
import { getAccount } from './get-account.ts';
import { getSignInMethods } from './get-sign-in-methods.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { listSessions } from './list-sessions.ts';
import { seeInvitation } from './see-invitation.ts';

/** Accounts, who is a member of what, invitations, sessions and API keys. */
export const accountRoutes: readonly Route[] = [
  getSignInMethods,
  getAccount,
  createOrganization,
  chooseOrganization,
  listSessions,
  deleteSession,
  deleteOtherSessions,
  listMembers,
  changeMember,
  deleteMember,
  listInvitations,
  createInvitation,
  deleteInvitation,
  seeInvitation,
  acceptInvitation,
  listApiKeys,
  createApiKey,
  deleteApiKey,
];
