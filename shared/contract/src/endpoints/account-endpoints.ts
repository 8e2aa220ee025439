import { z } from 'zod';
import * as accounts from '../account.ts';
import { page } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery } from '../query.ts';

export const getSignInMethods = endpoint({
  method: 'get',
  path: '/api/v1/sign-in',
  name: 'getSignInMethods',
  access: 'public',
  status: 200,
  answer: accounts.signInMethods,
  summary: 'How people sign in here.',
});

export const getAccount = endpoint({
  method: 'get',
  path: '/api/v1/account',
  name: 'getAccount',
  access: 'account',
  status: 200,
  answer: accounts.account,
  summary: 'Whose session this is, and the organizations that one is a member of.',
});

export const createOrganization = endpoint({
  method: 'post',
  path: '/api/v1/organizations',
  name: 'createOrganization',
  access: 'account',
  status: 201,
  body: accounts.newOrganization,
  answer: accounts.membership,
  refusals: [409],
  summary: 'Makes another organization, whose owner is who asks; the session looks at it from now on.',
});

export const chooseOrganization = endpoint({
  method: 'put',
  path: '/api/v1/account/organization',
  name: 'chooseOrganization',
  access: 'account',
  status: 200,
  body: accounts.chosenOrganization,
  answer: accounts.membership,
  refusals: [404],
  summary: 'Lets this session look at another organization of the account.',
});

export const listSessions = endpoint({
  method: 'get',
  path: '/api/v1/sessions',
  name: 'listSessions',
  access: 'account',
  status: 200,
  answer: z.object({ items: z.array(accounts.session) }),
  summary: 'Where this account is signed in.',
});

export const deleteSession = endpoint({
  method: 'delete',
  path: '/api/v1/sessions/{id}',
  name: 'deleteSession',
  access: 'account',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Signs this account out there.',
});

export const deleteOtherSessions = endpoint({
  method: 'delete',
  path: '/api/v1/sessions',
  name: 'deleteOtherSessions',
  access: 'account',
  status: 204,
  answer: null,
  summary: 'Signs this account out everywhere but here.',
});

export const listMembers = endpoint({
  method: 'get',
  path: '/api/v1/members',
  name: 'listMembers',
  access: 'read',
  status: 200,
  query: pageQuery,
  answer: page(accounts.member),
  summary: 'Who may use the organization, and as what.',
});

export const changeMember = endpoint({
  method: 'patch',
  path: '/api/v1/members/{id}',
  name: 'changeMember',
  access: 'admin',
  status: 200,
  params: idParams,
  body: accounts.memberChange,
  answer: accounts.member,
  refusals: [404, 409],
  summary:
    'Gives a member another role. Owners are made and unmade by owners, and one is always left. API keys that go beyond it are revoked.',
});

export const deleteMember = endpoint({
  method: 'delete',
  path: '/api/v1/members/{id}',
  name: 'deleteMember',
  access: 'admin',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404, 409],
  summary: 'Takes a member out of the organization, with every API key that one made.',
});

export const listInvitations = endpoint({
  method: 'get',
  path: '/api/v1/invitations',
  name: 'listInvitations',
  access: 'admin',
  status: 200,
  query: pageQuery,
  answer: page(accounts.invitation),
  summary: 'Invitations that nobody has accepted yet.',
});

export const createInvitation = endpoint({
  method: 'post',
  path: '/api/v1/invitations',
  name: 'createInvitation',
  access: 'admin',
  status: 201,
  body: accounts.newInvitation,
  answer: accounts.createdInvitation,
  refusals: [409],
  summary: 'Invites the owner of an e-mail address; an earlier invitation of it no longer works.',
});

export const deleteInvitation = endpoint({
  method: 'delete',
  path: '/api/v1/invitations/{id}',
  name: 'deleteInvitation',
  access: 'admin',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Takes an invitation back.',
});

export const seeInvitation = endpoint({
  method: 'post',
  path: '/api/v1/sign-in/invitation',
  name: 'seeInvitation',
  access: 'public',
  status: 200,
  body: accounts.invitationToken,
  answer: accounts.seenInvitation,
  refusals: [404],
  summary: 'What an invitation is to. Whoever has its link may know.',
});

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/v1/account/invitations',
  name: 'acceptInvitation',
  access: 'account',
  status: 200,
  body: accounts.invitationToken,
  answer: accounts.acceptedInvitation,
  refusals: [404, 409],
  summary: 'Becomes a member, as the owner of the address that was invited.',
});

export const listApiKeys = endpoint({
  method: 'get',
  path: '/api/v1/api-keys',
  name: 'listApiKeys',
  access: 'admin',
  status: 200,
  query: pageQuery,
  answer: page(accounts.apiKey),
  summary: 'The API keys of the organization that are not revoked.',
});

export const createApiKey = endpoint({
  method: 'post',
  path: '/api/v1/api-keys',
  name: 'createApiKey',
  access: 'admin',
  status: 201,
  body: accounts.newApiKey,
  answer: accounts.createdApiKey,
  summary: 'Makes an API key, for 90 days unless it says otherwise. The key is told this once.',
});

export const deleteApiKey = endpoint({
  method: 'delete',
  path: '/api/v1/api-keys/{id}',
  name: 'deleteApiKey',
  access: 'admin',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Revokes an API key, from this moment on.',
});
