import { endpoint } from '../endpoint.ts';
import { identities, identityDecision, identityPair, newIdentityDecision } from '../identity.ts';

export const listIdentities = endpoint({
  method: 'get',
  path: '/api/v1/identities',
  name: 'listIdentities',
  access: 'read',
  status: 200,
  answer: identities,
  summary: 'People and teams that several connections know: those that figures take for one, those that may be, and what was decided.',
});

export const putIdentityDecision = endpoint({
  method: 'put',
  path: '/api/v1/identities/{id}/{otherId}',
  name: 'putIdentityDecision',
  access: 'write',
  status: 200,
  params: identityPair,
  body: newIdentityDecision,
  answer: identityDecision,
  refusals: [404],
  summary: 'Says that two people, or two teams, are one or are not; figures are found anew.',
});

export const deleteIdentityDecision = endpoint({
  method: 'delete',
  path: '/api/v1/identities/{id}/{otherId}',
  name: 'deleteIdentityDecision',
  access: 'write',
  status: 204,
  params: identityPair,
  answer: null,
  refusals: [404],
  summary: 'Takes a decision back: their e-mail addresses or names decide again, and figures are found anew.',
});
