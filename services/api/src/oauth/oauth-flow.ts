import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { openSecret, sealSecret } from '@speedtax/runtime';
import { z } from 'zod';
import type { ApiContext } from '../context.ts';

const lifeMs = 10 * 60_000;
const randomSize = 32;

const kept = z.object({
  name: z.string(),
  startsPaused: z.boolean(),
  redirectUri: z.string(),
  /** Shows that who comes for tokens is who sent somebody to the page; null: it was used. */
  verifier: z.string().nullable(),
  /** What came of it, until one of several sites is chosen. */
  tokens: z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() }).nullable(),
});

/** Somebody who has gone to a tracker's page to let us in. */
export interface OauthFlow extends z.infer<typeof kept> {
  readonly id: string;
  readonly organizationId: string;
  readonly provider: 'linear' | 'jira';
  readonly connectionId: string | null;
}

type Context = Pick<ApiContext, 'database' | 'secretKeys' | 'now'>;

/** @returns what goes into the address of the page; nobody can come back without the state */
export async function beginFlow(
  { database, secretKeys, now }: Context,
  flow: Pick<OauthFlow, 'organizationId' | 'provider' | 'connectionId' | 'name' | 'startsPaused' | 'redirectUri'>,
): Promise<{ state: string; challenge: string }> {
  const { organizationId, provider, connectionId, name, startsPaused, redirectUri } = flow;
  const [state, verifier] = [randomText(), randomText()];
  const id = randomUUID();
  const secret = await sealSecret(
    secretKeys,
    { organizationId, rowId: id },
    JSON.stringify({ name, startsPaused, redirectUri, verifier, tokens: null }),
  );
  await database.inOrganization(organizationId, async (trx) => {
    await trx.deleteFrom('oauth_flow').where('organization_id', '=', organizationId).where('expires_at', '<', new Date(now())).execute();
    await trx
      .insertInto('oauth_flow')
      .values({
        organization_id: organizationId,
        id,
        state_hash: digest(state, 'hex'),
        provider,
        connection_id: connectionId,
        secret,
        created_at: new Date(now()),
        expires_at: new Date(now() + lifeMs),
      })
      .execute();
  });
  return { state, challenge: digest(verifier, 'base64url') };
}

/** Takes up the flow of a state. Its code may be redeemed once: `verifier` is gone from then on. */
export async function takeFlow(
  { database, secretKeys, now }: Context,
  organizationId: string,
  state: string,
): Promise<OauthFlow | undefined> {
  return database.inOrganization(organizationId, async (trx) => {
    const row = await trx
      .selectFrom('oauth_flow')
      .select(['id', 'provider', 'connection_id', 'secret'])
      .where('organization_id', '=', organizationId)
      .where('state_hash', '=', digest(state, 'hex'))
      .where('expires_at', '>', new Date(now()))
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const place = { organizationId, rowId: row.id };
    const flow = kept.parse(JSON.parse(await openSecret(secretKeys, place, row.secret)));
    const secret = await sealSecret(secretKeys, place, JSON.stringify({ ...flow, verifier: null }));
    await trx.updateTable('oauth_flow').set({ secret }).where('organization_id', '=', organizationId).where('id', '=', row.id).execute();
    return { ...flow, id: row.id, organizationId, provider: row.provider, connectionId: row.connection_id };
  });
}

/** Keeps what was allowed until a site is chosen. */
export async function keepTokens(
  { database, secretKeys }: Context,
  { id, organizationId, name, startsPaused, redirectUri, tokens }: OauthFlow,
) {
  const secret = await sealSecret(
    secretKeys,
    { organizationId, rowId: id },
    JSON.stringify({ name, startsPaused, redirectUri, verifier: null, tokens }),
  );
  await database.inOrganization(organizationId, (trx) =>
    trx.updateTable('oauth_flow').set({ secret }).where('organization_id', '=', organizationId).where('id', '=', id).execute(),
  );
}

export async function endFlow({ database }: Context, { id, organizationId }: OauthFlow): Promise<void> {
  await database.inOrganization(organizationId, (trx) =>
    trx.deleteFrom('oauth_flow').where('organization_id', '=', organizationId).where('id', '=', id).execute(),
  );
}

const randomText = () => randomBytes(randomSize).toString('base64url');
const digest = (text: string, as: 'hex' | 'base64url') => createHash('sha256').update(text).digest(as);
