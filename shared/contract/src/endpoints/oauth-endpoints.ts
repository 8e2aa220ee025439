import { endpoint } from '../endpoint.ts';
import { oauthOutcome, oauthProviders, oauthReturn, oauthStart, oauthWish } from '../oauth.ts';

export const listOauthProviders = endpoint({
  method: 'get',
  path: '/api/v1/oauth',
  name: 'listOauthProviders',
  access: 'read',
  status: 200,
  answer: oauthProviders,
  summary: 'Trackers that let us in on a page of their own.',
});

export const startOauth = endpoint({
  method: 'post',
  path: '/api/v1/oauth',
  name: 'startOauth',
  access: 'admin',
  status: 201,
  body: oauthWish,
  answer: oauthStart,
  refusals: [404, 422],
  summary: 'Where to send somebody who is to let us in. They come back to /connect/return with a state and a code, within ten minutes.',
});

export const finishOauth = endpoint({
  method: 'post',
  path: '/api/v1/oauth/return',
  name: 'finishOauth',
  access: 'admin',
  status: 200,
  body: oauthReturn,
  answer: oauthOutcome,
  refusals: [409, 422],
  summary: 'Exchanges what somebody came back with for access, tries it, and connects. Where it opens several sites, one has to be chosen.',
});
