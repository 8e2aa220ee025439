import type { Route } from '../http/route.ts';
import { answerAlert } from './answer-alert.ts';
import { changeAlertRule } from './change-alert-rule.ts';
import { createAlertRule } from './create-alert-rule.ts';
import { createChannel } from './create-channel.ts';
import { createSubscription } from './create-subscription.ts';
import { deleteAlertRule } from './delete-alert-rule.ts';
import { deleteChannel } from './delete-channel.ts';
import { deleteSubscription } from './delete-subscription.ts';
import { listAlertRules } from './list-alert-rules.ts';
import { listAlerts } from './list-alerts.ts';
import { listChannels } from './list-channels.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { previewAlertRule } from './preview-alert-rule.ts';
import { retryDelivery } from './retry-delivery.ts';
import { testChannel } from './test-channel.ts';

/** What is watched, what came of it, and where it is told. */
export const alertRoutes: readonly Route[] = [
  listAlertRules,
  createAlertRule,
  previewAlertRule,
  changeAlertRule,
  deleteAlertRule,
  listAlerts,
  answerAlert,
  listChannels,
  createChannel,
  deleteChannel,
  testChannel,
  listSubscriptions,
  createSubscription,
  deleteSubscription,
  listDeliveries,
  retryDelivery,
];
