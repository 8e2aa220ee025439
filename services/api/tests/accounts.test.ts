import type { AuditEntry } from '@speedtax/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, meet, openLink, type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let ada: Person;

beforeAll(async () => {
  api = await startTestApi();
  ada = await signUp(api, 'ada@example.com');
});
afterAll(() => api.close());

const statusOf = async (person: Person, method: string, path: string, body?: unknown) => (await person.ask(path, method, body)).status;

/** Invited by Ada. */
async function join(email: string, role: string): Promise<Person> {
  await ada.do('POST', '/api/v1/invitations', { email, role });
  const token = await openLink(api, meet(api, email));
  const person = await signUp(api, email, { invitation: token });
  await person.do('POST', '/api/v1/account/invitations', { token });
  return person;
}

describe('the first account', () => {
  it('owns the organization that was there', async () => {
    expect(await ada.do('GET', '/api/v1/me')).toMatchObject({ signedInBy: 'session', role: 'owner', scopes: ['read', 'write', 'admin'] });
    const { items } = await ada.do<{ items: AuditEntry[] }>('GET', '/api/v1/audit');
    expect(items.at(-1)).toMatchObject({ action: 'member.joined', actor: { name: 'ada' }, detail: { role: 'owner' } });
  });

  it('is the only one without an invitation', async () => {
    const eve = meet(api, 'eve@example.com');
    const answer = await eve.ask('/api/auth/sign-up/email', 'POST', { email: eve.email, name: 'Eve', password: goodPassword });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'INVITATION_NEEDED']);
    expect(await eve.do('GET', '/api/v1/sign-in')).toMatchObject({ signUp: 'invited', letters: 'sent', google: false, oidc: null });
  });
});

describe('an invitation', () => {
  it('is seen by whoever has its link, and makes its addressee a member with that role', async () => {
    await ada.do('POST', '/api/v1/invitations', { email: 'Ben@Example.com', role: 'viewer' });
    const ben = meet(api, 'ben@example.com');
    const token = await openLink(api, ben);
    expect(await ben.do('POST', '/api/v1/sign-in/invitation', { token })).toMatchObject({
      email: 'ben@example.com',
      role: 'viewer',
      invitedBy: 'ada',
    });
    const signedUp = await signUp(api, 'ben@example.com', { invitation: token });
    expect(await statusOf(signedUp, 'GET', '/api/v1/teams')).toBe(403);
    expect(await signedUp.do('POST', '/api/v1/account/invitations', { token })).toMatchObject({ role: 'viewer' });
    expect(await signedUp.do('GET', '/api/v1/me')).toMatchObject({ role: 'viewer', scopes: ['read'] });
    expect(await statusOf(signedUp, 'POST', '/api/v1/account/invitations', { token })).toBe(404);
  });

  it('is of no use to anybody else', async () => {
    await ada.do('POST', '/api/v1/invitations', { email: 'cleo@example.com', role: 'admin' });
    const token = await openLink(api, meet(api, 'cleo@example.com'));
    const mallory = meet(api, 'mallory@example.com');
    const body = { email: mallory.email, name: 'M', password: goodPassword, invitation: token };
    expect(await statusOf(mallory, 'POST', '/api/auth/sign-up/email', body)).toBe(403);
    expect(await statusOf(ada, 'POST', '/api/v1/account/invitations', { token })).toBe(404);
  });

  it('that was taken back or replaced no longer works', async () => {
    const { id } = await ada.do<{ id: string }>('POST', '/api/v1/invitations', { email: 'dan@example.com', role: 'member' });
    const first = await openLink(api, meet(api, 'dan@example.com'));
    const again = await ada.do<{ id: string }>('POST', '/api/v1/invitations', { email: 'dan@example.com', role: 'viewer' });
    expect(await statusOf(ada, 'POST', '/api/v1/sign-in/invitation', { token: first })).toBe(404);
    expect(await statusOf(ada, 'DELETE', `/api/v1/invitations/${id}`)).toBe(404);
    expect(await statusOf(ada, 'DELETE', `/api/v1/invitations/${again.id}`)).toBe(204);
    const { items } = await ada.do<{ items: { email: string }[] }>('GET', '/api/v1/invitations');
    expect(items.map(({ email }) => email)).not.toContain('dan@example.com');
  });
});

describe('roles', () => {
  it('a viewer reads, a member tells, an administrator sets up, and only an owner makes owners', async () => {
    const viewer = await join('vera@example.com', 'viewer');
    const member = await join('mia@example.com', 'member');
    const admin = await join('alan@example.com', 'admin');
    const decision = '/api/v1/duties/00000000-0000-4000-8000-000000000000';
    const change = { name: 'Renamed' };
    expect(await Promise.all([viewer, member, admin].map((one) => statusOf(one, 'GET', '/api/v1/members')))).toEqual([200, 200, 200]);
    expect(await Promise.all([viewer, member, admin].map((one) => statusOf(one, 'DELETE', decision)))).toEqual([403, 404, 404]);
    expect(await Promise.all([viewer, member, admin].map((one) => statusOf(one, 'PATCH', '/api/v1/organization', change)))).toEqual([
      403, 403, 200,
    ]);
    expect(await Promise.all([viewer, member, admin].map((one) => statusOf(one, 'GET', '/api/v1/audit')))).toEqual([403, 403, 200]);
    const invite = { email: 'boss@example.com', role: 'owner' };
    expect(await Promise.all([admin, ada].map((one) => statusOf(one, 'POST', '/api/v1/invitations', invite)))).toEqual([403, 201]);
  });

  it('one owner is always left, and an administrator does not touch it', async () => {
    const admin = await join('amy@example.com', 'admin');
    const { userId } = await ada.do<{ userId: string }>('GET', '/api/v1/account');
    expect(await statusOf(admin, 'PATCH', `/api/v1/members/${userId}`, { role: 'viewer' })).toBe(403);
    expect(await statusOf(ada, 'PATCH', `/api/v1/members/${userId}`, { role: 'viewer' })).toBe(409);
    expect(await statusOf(ada, 'DELETE', `/api/v1/members/${userId}`)).toBe(409);
  });

  it('take their API keys along when they go', async () => {
    const admin = await join('abe@example.com', 'admin');
    const { userId } = await admin.do<{ userId: string }>('GET', '/api/v1/account');
    const keyOf = async (scopes: string[]) => (await admin.do<{ key: string }>('POST', '/api/v1/api-keys', { name: 'Script', scopes })).key;
    const [reads, sets] = [await keyOf(['read']), await keyOf(['read', 'admin'])];
    const statuses = () =>
      Promise.all(
        [reads, sets].map(async (key) => (await api.ask('/api/v1/teams', { headers: { authorization: `Bearer ${key}` } })).status),
      );
    expect(await statuses()).toEqual([200, 200]);
    await ada.do('PATCH', `/api/v1/members/${userId}`, { role: 'viewer' });
    expect(await statuses()).toEqual([200, 401]);
    await ada.do('DELETE', `/api/v1/members/${userId}`);
    expect(await statuses()).toEqual([401, 401]);
    expect(await statusOf(admin, 'GET', '/api/v1/me')).toBe(403);
  });
});

describe('an API key', () => {
  it('may what its scopes say, is told once, and ends on its day or when it is revoked', async () => {
    const made = await ada.do<{ id: string; key: string; expiresAt: string }>('POST', '/api/v1/api-keys', {
      name: 'Export',
      scopes: ['read'],
    });
    expect([made.key.slice(0, 9), made.expiresAt]).toEqual(['speedtax_', '2026-04-11T00:00:00.000Z']);
    const headers = { authorization: `Bearer ${made.key}` };
    expect((await api.ask('/api/v1/teams', { headers })).status).toBe(200);
    expect((await api.ask('/api/v1/audit', { headers })).status).toBe(403);
    expect((await api.ask('/api/v1/sessions', { headers })).status).toBe(403);
    const listed = await (await ada.ask('/api/v1/api-keys')).text();
    expect(listed).toContain('Export');
    expect(listed).not.toContain(made.key);
    await ada.do('DELETE', `/api/v1/api-keys/${made.id}`);
    expect((await api.ask('/api/v1/teams', { headers })).status).toBe(401);
  });
});

describe('one person', () => {
  it('may be in several organizations and looks at one at a time', async () => {
    const olga = await join('olga@example.com', 'member');
    const { organizations } = await olga.do<{ organizations: { organizationId: string }[] }>('GET', '/api/v1/account');
    const other = await olga.do<{ organizationId: string }>('POST', '/api/v1/organizations', { name: 'Her own' });
    expect(await olga.do('GET', '/api/v1/me')).toMatchObject({ role: 'owner', organization: { name: 'Her own' } });
    await olga.do('PUT', '/api/v1/account/organization', organizations[0] && { organizationId: organizations[0].organizationId });
    expect(await olga.do('GET', '/api/v1/me')).toMatchObject({ role: 'member' });
    expect(await statusOf(ada, 'PUT', '/api/v1/account/organization', { organizationId: other.organizationId })).toBe(404);
  });
});
