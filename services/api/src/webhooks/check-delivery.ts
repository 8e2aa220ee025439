import { openSecret } from '@speedtax/runtime';
import type { Webhook } from '@speedtax/storage/facts';
import { type Delivery, type RawDelivery, readJiraCredentials, readJiraDelivery, readLinearDelivery } from '@speedtax/trackers';
import { jwtVerify } from 'jose';
import type { ApiContext } from '../context.ts';

/** A connection that something was delivered for. Its secrets are sealed. */
export interface ReceivingConnection {
  readonly id: string;
  readonly organization_id: string;
  readonly provider: 'linear' | 'jira';
  readonly credentials: string;
  readonly disconnected_at: Date | null;
}

/** How old or young a delivery may be. Jira sends again for half an hour, with the time of the first. */
const windowMs = { linear: 60_000, jira: 60 * 60_000 } as const;
/** Their clock may be ahead of ours. */
const aheadMs = { linear: 60_000, jira: 5 * 60_000 } as const;

export type CheckedDelivery = { readonly delivery: Delivery } | { readonly refused: 'forged' | 'stale' };

/** Who sent it, and when: nothing in it is looked at before that is known. */
export async function checkDelivery(
  { secretKeys, now }: Pick<ApiContext, 'secretKeys' | 'now'>,
  connection: ReceivingConnection,
  webhook: Webhook,
  raw: RawDelivery & { readonly token: string | null },
): Promise<CheckedDelivery> {
  const sealedFor = { organizationId: connection.organization_id, rowId: connection.id };
  const secret = await openSecret(secretKeys, sealedFor, webhook.secret);
  const isAppToken = async (jwt: string) => {
    const credentials = readJiraCredentials(await openSecret(secretKeys, sealedFor, connection.credentials));
    return credentials.kind === 'oauth' && isSignedJwt(jwt, credentials.clientSecret, now());
  };
  const delivery =
    connection.provider === 'linear'
      ? readLinearDelivery(raw, secret)
      : await readJiraDelivery(raw, { secret, token: raw.token, isAppToken });
  if (!delivery) return { refused: 'forged' };
  const { sentAt } = delivery;
  const isTimely = sentAt !== null && now() - sentAt <= windowMs[connection.provider] && sentAt - now() <= aheadMs[connection.provider];
  return isTimely ? { delivery } : { refused: 'stale' };
}

async function isSignedJwt(jwt: string, secret: string, now: number): Promise<boolean> {
  return jwtVerify(jwt, new TextEncoder().encode(secret), { algorithms: ['HS256'], currentDate: new Date(now) }).then(
    () => true,
    () => false,
  );
}
