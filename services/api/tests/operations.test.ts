import type { Queues } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const failedAt = new Date('2026-01-10T12:00:00Z');
const retried: string[] = [];
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(({ queue }, { organizationId }) => ({
    queue: {
      ...queue,
      listFailed: async () =>
        [organizationId, '00000000-0000-4000-8000-000000000000'].map((owner, at) => ({
          queue: 'sync',
          id: String(at),
          name: 'sync.step',
          payload: { organizationId: owner, connectionId: owner, syncId: null },
          reason: `broken ${at}`,
          attempts: 12,
          failedAt,
        })),
      retry: async (_queue: string, id: string) => retried.push(id) > 0,
    },
  }));
  await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

describe('whoever runs an installation', () => {
  it('sees how much work waits, and the failed jobs of the own organization alone', async () => {
    const { queues, failed } = await api.get<Queues>('/api/v1/queues');
    expect(queues).toEqual([{ name: 'sync', waiting: 2, active: 0, delayed: 1, failed: 0 }]);
    expect(failed).toEqual([
      { queue: 'sync', id: '0', name: 'sync.step', reason: 'broken 0', attempts: 12, failedAt: failedAt.toISOString() },
    ]);
  });

  it('tries a failed job again, and none of somebody else', async () => {
    const retry = (id: string) => api.ask(`/api/v1/queues/sync/jobs/${id}/retry`, { method: 'POST' });
    expect((await retry('0')).status).toBe(204);
    expect((await retry('1')).status).toBe(404);
    expect(retried).toEqual(['0']);
  });

  it('measures queues, connections and how old what was read is', async () => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toContain('speedtax_queue_jobs{queue="sync",state="waiting"} 2');
    expect(text).toContain('speedtax_connections{status="ready"} 1');
    expect(text).toMatch(/speedtax_sync_lag_seconds\{connection="[0-9a-f-]{36}"\} 0/);
    expect(text).toContain('speedtax_http_request_seconds_count');
  });
});
