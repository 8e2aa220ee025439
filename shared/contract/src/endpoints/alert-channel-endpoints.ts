import { z } from 'zod';
import {
  channels,
  createdChannel,
  deliveries,
  delivery,
  deliveryState,
  newChannel,
  newSubscription,
  subscription,
  subscriptions,
} from '../alert-channel.ts';
import { id } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery } from '../query.ts';

export const listChannels = endpoint({
  method: 'get',
  path: '/api/v1/channels',
  name: 'listChannels',
  access: 'read',
  status: 200,
  answer: channels,
  summary: 'Where alerts can be told, at most 100 channels. Their addresses are secrets and are not told again.',
});

export const createChannel = endpoint({
  method: 'post',
  path: '/api/v1/channels',
  name: 'createChannel',
  access: 'admin',
  status: 201,
  body: newChannel,
  answer: createdChannel,
  refusals: [422],
  summary: 'Adds a channel. Nothing is sent to it before somebody subscribes it, or tests it.',
});

export const deleteChannel = endpoint({
  method: 'delete',
  path: '/api/v1/channels/{id}',
  name: 'deleteChannel',
  access: 'admin',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Deletes a channel with its subscriptions and its log.',
});

export const testChannel = endpoint({
  method: 'post',
  path: '/api/v1/channels/{id}/test',
  name: 'testChannel',
  access: 'admin',
  status: 202,
  params: idParams,
  answer: z.object({ deliveryId: id }),
  refusals: [404],
  summary: 'Sends a test message; what the receiver said is found at its delivery.',
});

export const listSubscriptions = endpoint({
  method: 'get',
  path: '/api/v1/alert-subscriptions',
  name: 'listSubscriptions',
  access: 'read',
  status: 200,
  answer: subscriptions,
  summary: 'Which channel is told what, and when; at most 200.',
});

export const createSubscription = endpoint({
  method: 'post',
  path: '/api/v1/alert-subscriptions',
  name: 'createSubscription',
  access: 'write',
  status: 201,
  body: newSubscription,
  answer: subscription,
  refusals: [422],
  summary: 'Tells a channel from now on. A receiver is told each thing once, however many subscriptions ask for it.',
});

export const deleteSubscription = endpoint({
  method: 'delete',
  path: '/api/v1/alert-subscriptions/{id}',
  name: 'deleteSubscription',
  access: 'write',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Tells the channel no more; what was to be sent by it is not.',
});

export const listDeliveries = endpoint({
  method: 'get',
  path: '/api/v1/deliveries',
  name: 'listDeliveries',
  access: 'read',
  status: 200,
  query: pageQuery.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    state: deliveryState.optional(),
    deliveryId: id.optional(),
  }),
  answer: deliveries,
  summary: 'What was and is to be sent, the latest first, with what each receiver answered.',
});

export const retryDelivery = endpoint({
  method: 'post',
  path: '/api/v1/deliveries/{id}/retry',
  name: 'retryDelivery',
  access: 'write',
  status: 202,
  params: idParams,
  answer: delivery,
  refusals: [404],
  summary: 'Sends a message again that was given up, or of which nobody knows whether it arrived.',
});
