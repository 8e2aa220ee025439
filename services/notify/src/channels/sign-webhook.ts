import { Webhook } from 'standardwebhooks';

/** The three headers of Standard Webhooks, by which a receiver knows who sends, when, and whether it has had it already. */
export function signWebhook(signingSecret: string, id: string, at: Date, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(signingSecret).sign(id, at, body),
  };
}
