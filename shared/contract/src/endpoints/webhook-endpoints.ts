import { z } from 'zod';
import { id } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { idParams } from '../query.ts';
import { delivered, webhook, webhookSecret } from '../webhook.ts';

const connectionParams = z.object({ connectionId: id });

export const receiveLinearWebhook = endpoint({
  method: 'post',
  path: '/webhooks/linear/{connectionId}',
  name: 'receiveLinearWebhook',
  access: 'public',
  status: 200,
  params: connectionParams,
  answer: delivered,
  refusals: [401, 413],
  summary:
    'Where Linear tells of changes. `Linear-Signature` must be the HMAC of the body; what has changed is then asked of Linear itself.',
});

export const receiveJiraWebhook = endpoint({
  method: 'post',
  path: '/webhooks/jira/{connectionId}',
  name: 'receiveJiraWebhook',
  access: 'public',
  status: 200,
  params: connectionParams,
  answer: delivered,
  refusals: [401, 413],
  summary:
    'Where Jira tells of changes: signed by `X-Hub-Signature`, by the token of an app, or by `?token=` where the site can do neither. What has changed is then asked of Jira itself.',
});

export const getWebhook = endpoint({
  method: 'get',
  path: '/api/v1/connections/{id}/webhook',
  name: 'getWebhook',
  access: 'admin',
  status: 200,
  params: idParams,
  answer: webhook,
  refusals: [404],
  summary: 'How this connection hears of changes, and what to paste into the tracker where we could not do it ourselves.',
});

export const putWebhookSecret = endpoint({
  method: 'put',
  path: '/api/v1/connections/{id}/webhook',
  name: 'putWebhookSecret',
  access: 'admin',
  status: 200,
  params: idParams,
  body: webhookSecret,
  answer: webhook,
  refusals: [404],
  summary: 'Takes the secret that the tracker has given a webhook which was made by hand.',
});
