import { endpoints } from '@speedtax/contract';
import { route } from '../http/route.ts';
import { receiveDelivery } from '../webhooks/receive-delivery.ts';

export const receiveLinearWebhook = route(endpoints.receiveLinearWebhook, ({ params, request }, context) =>
  receiveDelivery(context, 'linear', params.connectionId, request),
);

export const receiveJiraWebhook = route(endpoints.receiveJiraWebhook, ({ params, request }, context) =>
  receiveDelivery(context, 'jira', params.connectionId, request),
);
