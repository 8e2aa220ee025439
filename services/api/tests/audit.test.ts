import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { at } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { database, organizationId } = api.test;
  await database.inOrganization(organizationId, async (trx) => {
    for (const day of [1, 2, 3]) {
      await recordAudit(trx, {
        organizationId,
        actor: { kind: 'system', id: null, name: 'Speedtax' },
        action: 'key.rotated',
        subject: { kind: 'key', id: null, name: `of day ${day}` },
        detail: { day },
        at: at(day),
      });
    }
  });
});
afterAll(() => api.close());

const list = (query: string) => api.get<{ items: AuditEntry[]; nextCursor: string | null }>(`/api/v1/audit${query}`);

describe('the audit log', () => {
  it('tells latest first, page by page', async () => {
    const first = await list('?limit=2');
    expect(first.items.map(({ subject }) => subject.name)).toEqual(['of day 3', 'of day 2']);
    expect(first.items[0]).toMatchObject({ action: 'key.rotated', actor: { kind: 'system', name: 'Speedtax' }, detail: { day: 3 } });
    const rest = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([rest.items.map(({ subject }) => subject.name), rest.nextCursor]).toEqual([['of day 1'], null]);
  });

  it('can be neither changed nor shortened', async () => {
    const { database, organizationId } = api.test;
    const change = database.inOrganization(organizationId, (trx) => trx.updateTable('audit_entry').set({ action: 'a.b' }).execute());
    await expect(change).rejects.toThrow(/permission denied/);
    const shorten = database.inOrganization(organizationId, (trx) => trx.deleteFrom('audit_entry').execute());
    await expect(shorten).rejects.toThrow(/permission denied/);
  });

  it('is empty for another organization', async () => {
    const theirs = randomUUID();
    await api.test.database.asSystem((trx) => trx.insertInto('organization').values({ id: theirs, name: 'Theirs' }).execute());
    await bootstrapApiKey(api.test.database, theirs, 'their-key-of-the-audit');
    const answer = await api.ask('/api/v1/audit', { headers: { authorization: 'Bearer their-key-of-the-audit' } });
    expect(await answer.json()).toEqual({ items: [], nextCursor: null });
  });
});
