import { post } from '../channels/post.ts';
import { signWebhook } from '../channels/sign-webhook.ts';
import type { NotifyContext } from '../context.ts';
import { presentEmail } from '../notices/present-email.ts';
import { presentSlack } from '../notices/present-slack.ts';
import { presentTeams } from '../notices/present-teams.ts';
import { presentWebhook } from '../notices/present-webhook.ts';
import type { Batch } from './read-batch.ts';

/** A receiver that takes longer than this to take a message is tried again later. */
export const answerTimeoutMs = 20_000;

/** What a receiver said. */
export interface Answer {
  readonly isOk: boolean;
  /** It will say so again: there is no use in trying. */
  readonly isFinal: boolean;
  /** In its own words, shortened. */
  readonly answer: string;
  readonly retryAfterMs?: number;
}

type Door = Pick<NotifyContext, 'fetch' | 'sendMail' | 'now'>;

/** Says it in the way of the channel. Never throws: whatever goes wrong is an answer. */
export async function sendBatch(door: Door, { secret, recipient, notices }: Batch, batchId: string): Promise<Answer> {
  if (notices.length === 0) return { isOk: false, isFinal: true, answer: 'what it told of is gone' };
  if (secret.kind === 'slack') return post(door, secret.url, JSON.stringify(presentSlack(notices)));
  if (secret.kind === 'teams') return post(door, secret.url, JSON.stringify(presentTeams(notices)));
  if (secret.kind === 'webhook') {
    const body = JSON.stringify(presentWebhook(notices));
    return post(door, secret.url, body, signWebhook(secret.signingSecret, `msg_${batchId}`, new Date(door.now()), body));
  }
  const to = recipient ?? secret.address;
  if (to === null) return { isOk: false, isFinal: true, answer: 'nobody to write to' };
  if (door.sendMail === null) return { isOk: false, isFinal: true, answer: 'no mail server is set: SMTP_URL' };
  return door.sendMail({ to, ...presentEmail(notices), messageId: `<${batchId}@speedtax>` });
}
