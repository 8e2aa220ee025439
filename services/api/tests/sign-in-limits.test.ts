import { makeLogger } from '@speedtax/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionAbsoluteMs } from '../src/auth/accounts.ts';
import { judgePassword } from '../src/auth/judge-password.ts';
import { makePasswordHash } from '../src/auth/password-hash.ts';
import { goodPassword, meet, openLink, type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let ada: Person;
/** What the API takes for the present. */
let now = Date.now();

beforeAll(async () => {
  api = await startTestApi(() => ({ now: () => now }), { now: () => now });
  ada = await signUp(api, 'ada@example.com');
});
afterAll(() => api.close());

const minuteMs = 60_000;
const signIn = (person: Person, password: string) => person.ask('/api/auth/sign-in/email', 'POST', { email: person.email, password });
const accounts = () => {
  if (!api.context.accounts) throw new Error('Expected accounts');
  return api.context.accounts;
};

describe('signing in', () => {
  it('is tried five times a minute at one account, whoever tries, with the right password too', async () => {
    now += minuteMs;
    const statuses = [];
    for (let k = 0; k < 5; k++) statuses.push((await signIn(meet(api, 'ada@example.com'), 'not the password')).status);
    statuses.push((await signIn(meet(api, 'ada@example.com'), goodPassword)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    now += minuteMs;
    expect((await signIn(meet(api, 'ada@example.com'), goodPassword)).status).toBe(200);
  });

  it('says the same of an account that is not there and of a wrong password', async () => {
    now += minuteMs;
    const answers = await Promise.all([
      signIn(meet(api, 'ada@example.com'), 'wrong password'),
      signIn(meet(api, 'nobody@example.com'), 'wrong password'),
    ]);
    const [wrong, unknown] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
    expect(wrong).toEqual(unknown);
  });

  it('gives another session each time, in a cookie that no script reads and no other site sends', async () => {
    now += minuteMs;
    const answers = [await signIn(meet(api, 'ada@example.com'), goodPassword), await signIn(meet(api, 'ada@example.com'), goodPassword)];
    const cookies = answers.map(
      (answer) => answer.headers.getSetCookie().find((cookie) => cookie.startsWith('speedtax.session_token=')) ?? '',
    );
    expect(cookies[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
    expect(cookies[0]?.split(';')[0]).not.toBe(cookies[1]?.split(';')[0]);
  });

  it('over https keeps the cookie to this very host', async () => {
    const settings = { publicUrl: 'https://speedtax.example', signUp: 'open' as const, google: null, oidc: null };
    const safe = await startTestApi(() => ({ publicUrl: 'https://speedtax.example' }), { settings });
    await signUp(safe, 'eve@example.com');
    const answer = await meet(safe, 'eve@example.com').ask('/api/auth/sign-in/email', 'POST', {
      email: 'eve@example.com',
      password: goodPassword,
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-speedtax\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    await safe.close();
  });

  it('is for our own pages', async () => {
    const body = JSON.stringify({ email: 'ada@example.com', password: goodPassword });
    const ask = (headers: Record<string, string>) =>
      fetch(`${api.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    const statuses = [await ask({ 'sec-fetch-site': 'cross-site' }), await ask({ origin: 'https://evil.example' }), await ask({})];
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('answers nothing that lets a page read tokens or other sessions', async () => {
    for (const path of ['/api/auth/list-sessions', '/api/auth/list-accounts', '/api/auth/ok', '/api/auth/nothing']) {
      expect([path, (await ada.ask(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the log', () => {
  it('tells of every attempt to sign in and of every refusal, with where it came from and no secret', async () => {
    now += minuteMs;
    const lines: string[] = [];
    const logger = makeLogger({ service: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
    const told = await startTestApi(() => ({ logger }));
    await meet(told, 'ada@example.com').ask('/api/auth/sign-in/email', 'POST', { email: 'ada@example.com', password: 'a secret password' });
    await told.ask('/api/v1/teams', { headers: { authorization: 'Bearer speedtax_wrong_key_of_nobody' } });
    const log = lines.join('');
    expect(log).toMatch(/"path":"\/sign-in\/email","status":401,.*"address":".+"/);
    expect(log).toMatch(/"code":"unauthenticated","status":401,.*"path":"\/api\/v1\/teams"/);
    expect(log).not.toMatch(/a secret password|wrong_key/);
    await told.close();
  });
});

describe('a session', () => {
  it('is listed, and ends where it is ended', async () => {
    now += minuteMs;
    const there = meet(api, 'ada@example.com');
    await signIn(there, goodPassword);
    const { items } = await ada.do<{ items: { id: string; isCurrent: boolean }[] }>('GET', '/api/v1/sessions');
    const { items: seenThere } = await there.do<{ items: { id: string; isCurrent: boolean }[] }>('GET', '/api/v1/sessions');
    const id = seenThere.find(({ isCurrent }) => isCurrent)?.id;
    expect(items.find((one) => one.id === id)?.isCurrent).toBe(false);
    await ada.do('DELETE', `/api/v1/sessions/${id}`);
    expect((await there.ask('/api/v1/me')).status).toBe(401);
    await ada.do('DELETE', '/api/v1/sessions');
    expect((await ada.do<{ items: unknown[] }>('GET', '/api/v1/sessions')).items).toHaveLength(1);
  });

  it('is not ended by somebody else', async () => {
    const { items } = await ada.do<{ items: { id: string }[] }>('GET', '/api/v1/sessions');
    await ada.do('POST', '/api/v1/invitations', { email: 'eve@example.com', role: 'viewer' });
    const eve = await signUp(api, 'eve@example.com', { invitation: await openLink(api, meet(api, 'eve@example.com')) });
    expect((await eve.ask(`/api/v1/sessions/${items[0]?.id}`, 'DELETE')).status).toBe(404);
  });

  it('ends after thirty days, however much it was used', async () => {
    now += minuteMs;
    const old = meet(api, 'ada@example.com');
    await signIn(old, goodPassword);
    const present = now;
    now += sessionAbsoluteMs + minuteMs;
    expect((await old.ask('/api/v1/me')).status).toBe(401);
    now = present;
    expect((await old.ask('/api/v1/me')).status).toBe(401);
  });

  it('cannot be made from what the database holds', async () => {
    const { rows } = await accounts().pool.query<{ token: string }>('select token from auth.session');
    expect(rows.length).toBeGreaterThan(0);
    const answer = await fetch(`${api.url}/api/v1/me`, { headers: { cookie: `speedtax.session_token=${rows[0]?.token}` } });
    expect(answer.status).toBe(401);
  });
});

describe('a new password', () => {
  it('is chosen by a link that works once, leads to our own address and ends every session', async () => {
    now += minuteMs;
    const there = meet(api, 'ada@example.com');
    await signIn(there, goodPassword);
    const someone = meet(api, 'ada@example.com');
    await someone.do('POST', '/api/auth/request-password-reset', { email: 'ada@example.com' });
    const letter = api.letters.at(-1)?.text ?? '';
    expect(letter).toContain('http://speedtax.example/reset-password?token=');
    const token = await openLink(api, someone);
    const { rows } = await accounts().pool.query('select identifier, value from auth.verification');
    expect(JSON.stringify(rows)).not.toContain(token);
    const reset = (newPassword: string) => someone.ask('/api/auth/reset-password', 'POST', { newPassword, token });
    expect((await reset('password1234')).status).toBe(400);
    expect((await reset('another good long phrase 9')).status).toBe(200);
    expect((await reset('yet another long phrase 9')).status).toBe(400);
    expect((await there.ask('/api/v1/me')).status).toBe(401);
  });

  it('is asked for in the same words whether there is an account or not', async () => {
    now += minuteMs;
    const before = api.letters.length;
    const answers = await Promise.all(
      ['eve@example.com', 'nobody@example.com'].map((email) => meet(api, email).do('POST', '/api/auth/request-password-reset', { email })),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(api.letters.slice(before).map(({ to }) => to)).toEqual(['eve@example.com']);
  });

  it.each(['short', 'password1234', 'aaaaaaaaaaaaaaaa', 'ada@example.com', 'qwertyuiop123', 'speedtaxspeedtax', 'x'.repeat(200)])(
    'that is easy, or no password, is refused: %s',
    (password) => expect(judgePassword(password, ['ada@example.com', 'Ada', 'speedtax'])).not.toBeNull(),
  );

  it('may be any long phrase, with spaces and whatever letters', async () => {
    expect(judgePassword('größer als vier wörter', ['ada@example.com'])).toBeNull();
    const { hash, verify } = makePasswordHash(10);
    const [one, other] = [await hash('größer als vier'), await hash('größer als vier')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$10\$/);
    expect([await verify({ hash: one, password: 'größer als vier' }), await verify({ hash: one, password: 'größer als drei' })]).toEqual([
      true,
      false,
    ]);
  });
});
