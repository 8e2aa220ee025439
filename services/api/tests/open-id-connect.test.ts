import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meet, type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi } from './test-api.ts';

const clientId = 'speedtax';
let provider: Provider;
let api: TestApi;
let ada: Person;

beforeAll(async () => {
  provider = await startProvider();
  const oidc = { issuer: provider.issuer, clientId, clientSecret: 'shared with the provider', name: 'Example' };
  api = await startTestApi(undefined, {
    settings: { publicUrl: 'http://speedtax.example', signUp: 'invited', google: null, oidc },
  });
  ada = await signUp(api, 'ada@example.com');
});
afterAll(async () => {
  await api?.close();
  await provider?.close();
});

/** Goes to the provider's page and comes back, as a browser does. @returns the last answer */
async function signInByProvider(person: Person, email: string, isVerified = true, issuedFor = clientId): Promise<Response> {
  const { url } = await person.do<{ url: string }>('POST', '/api/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/',
    errorCallbackURL: '/sign-in',
  });
  const { searchParams } = new URL(url);
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('redirect_uri')).toBe('http://speedtax.example/api/auth/callback/oidc');
  const code = provider.letIn({ email, email_verified: isVerified }, issuedFor, searchParams.get('nonce'));
  return person.ask(`/api/auth/callback/oidc?code=${code}&state=${encodeURIComponent(searchParams.get('state') ?? '')}`);
}

describe('somebody who comes from an OpenID Connect provider', () => {
  it('is offered it by its name', async () => {
    expect(await ada.do('GET', '/api/v1/sign-in')).toMatchObject({ oidc: 'Example', google: false });
  });

  it('has no account without an invitation', async () => {
    const eve = meet(api, 'eve@example.com');
    const answer = await signInByProvider(eve, eve.email);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringContaining('invitation_needed')]);
    expect((await eve.ask('/api/v1/account')).status).toBe(401);
  });

  it('signs in with the address that was invited, and nothing of the provider is kept', async () => {
    await ada.do('POST', '/api/v1/invitations', { email: 'ben@example.com', role: 'viewer' });
    const ben = meet(api, 'ben@example.com');
    expect((await signInByProvider(ben, ben.email)).status).toBe(302);
    expect(await ben.do('GET', '/api/v1/account')).toMatchObject({ email: 'ben@example.com', organizations: [] });
    const { rows } = (await api.context.accounts?.pool.query(
      'select access_token, refresh_token, id_token from auth.account where provider_id = $1',
      ['oidc'],
    )) ?? { rows: [] };
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  it('is not let in by a state that nobody was given, nor by a token for somebody else', async () => {
    const mallory = meet(api, 'mallory@example.com');
    const code = provider.letIn({ email: 'ben@example.com', email_verified: true }, clientId, null);
    await mallory.ask(`/api/auth/callback/oidc?code=${code}&state=made-up`);
    await signInByProvider(mallory, 'ben@example.com', true, 'another-client');
    expect((await mallory.ask('/api/v1/account')).status).toBe(401);
  });

  it('does not become somebody whose address it has not verified', async () => {
    const mallory = meet(api, 'mallory@example.com');
    await signInByProvider(mallory, 'ada@example.com', false);
    expect((await mallory.ask('/api/v1/account')).status).toBe(401);
  });
});

interface Provider {
  readonly issuer: string;
  /** Somebody has signed in there. @returns the code that the browser brings back */
  letIn(claims: Record<string, unknown>, audience: string, nonce: string | null): string;
  close(): Promise<void>;
}

/** The least of an OpenID Connect provider. */
async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { claims: Record<string, unknown>; audience: string; nonce: string | null }>();
  let issuer = '';

  async function answer(path: string, body: string): Promise<unknown> {
    if (path === '/.well-known/openid-configuration') {
      const at = (place: string) => `${issuer}/${place}`;
      const places = {
        authorization_endpoint: at('authorize'),
        token_endpoint: at('token'),
        userinfo_endpoint: at('userinfo'),
        jwks_uri: at('jwks'),
      };
      return {
        issuer,
        ...places,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public'],
      };
    }
    if (path === '/jwks') return { keys: [jwk] };
    const code = new URLSearchParams(body).get('code') ?? '';
    const found = codes.get(code);
    codes.delete(code);
    if (path !== '/token' || !found) return null;
    const { claims, audience, nonce } = found;
    const token = new SignJWT({ name: 'Somebody', ...claims, ...(nonce !== null && { nonce }) });
    token.setProtectedHeader({ alg: 'RS256', kid: 'one' }).setIssuer(issuer).setAudience(audience).setSubject(String(claims.email));
    const id_token = await token.setIssuedAt().setExpirationTime('5m').sign(privateKey);
    return { access_token: 'an access token', refresh_token: 'a refresh token', token_type: 'Bearer', expires_in: 300, id_token };
  }

  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answered = await answer(new URL(request.url ?? '', 'http://x').pathname, body);
    response
      .writeHead(answered === null ? 400 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answered ?? { error: 'invalid_grant' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    letIn(claims, audience, nonce) {
      const code = randomUUID();
      codes.set(code, { claims, audience, nonce });
      return code;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
