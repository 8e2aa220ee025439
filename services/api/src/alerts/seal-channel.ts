import { randomBytes, randomUUID } from 'node:crypto';
import type { NewChannel } from '@speedtax/contract';
import {
  type ChannelSecret,
  checkTrackerUrl,
  type SecretKeys,
  sealSecret,
  type TrackerAccess,
  TrackerAccessError,
  writeChannelSecret,
} from '@speedtax/runtime';
import type { AlertChannelRow } from '@speedtax/storage/alerts';
import { badRequest } from '../http/http-problem.ts';

const signingBytes = 32;

interface Place {
  readonly organizationId: string;
  readonly secretKeys: SecretKeys;
  readonly access: TrackerAccess;
}

/** A channel as it is stored, and what its receiver must be told once. @throws HttpProblem 400 for an address that is never reached */
export async function sealChannel(
  { organizationId, secretKeys, access }: Place,
  asked: NewChannel,
  made: { by: string; at: Date },
): Promise<{ row: AlertChannelRow; signingSecret: string | null }> {
  const id = randomUUID();
  const signingSecret = asked.kind === 'webhook' ? `whsec_${randomBytes(signingBytes).toString('base64')}` : null;
  const secret = secretOf(asked, signingSecret, access);
  const target = secret.kind === 'email' ? (secret.address ?? '') : new URL(secret.url).host;
  const sealed = await sealSecret(secretKeys, { organizationId, rowId: id }, writeChannelSecret(secret));
  return { row: { id, kind: asked.kind, name: asked.name, target, secret: sealed, made_by: made.by, made_at: made.at }, signingSecret };
}

function secretOf(asked: NewChannel, signingSecret: string | null, access: TrackerAccess): ChannelSecret {
  if (asked.kind === 'email') return { kind: 'email', address: asked.address };
  const url = checkAddress(asked.url, access);
  return asked.kind === 'webhook' ? { kind: 'webhook', url, signingSecret: signingSecret ?? '' } : { kind: asked.kind, url };
}

function checkAddress(url: string, access: TrackerAccess): string {
  try {
    return checkTrackerUrl(url, access).href;
  } catch (error) {
    if (!(error instanceof TrackerAccessError)) throw error;
    throw badRequest([{ path: 'url', message: 'It must be https, without a password in it, and lead to public addresses only' }]);
  }
}
