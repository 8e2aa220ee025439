import type { Connection, Sync } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { prepareConnection } from './prepare-connection.ts';

const connection: Connection = {
  id: 'c1',
  provider: 'linear',
  name: 'Ours',
  baseUrl: 'https://api.linear.app/graphql',
  workspaceName: null,
  deployment: null,
  status: 'ready',
  statusReason: null,
  lastSyncedAt: null,
  isPaused: false,
  isDisconnected: false,
  latestSyncId: 's1',
  coverage: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const sync: Sync = {
  id: 's1',
  connectionId: 'c1',
  kind: 'backfill',
  state: 'done',
  phase: null,
  done: 6000,
  total: 6000,
  requests: 120,
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:30.000Z',
  error: null,
  problems: [],
  problemCount: 0,
};

describe('a connection', () => {
  it('tells how much a finished sync read, and how fast', () => {
    expect(prepareConnection(connection, sync, 'UTC').latestSync).toMatchObject({
      words: 'backfill, 6,000 read in 30 s',
      rate: '120 requests, 200 per second',
      share: null,
    });
  });

  it('tells a mapping that was applied from a reading', () => {
    expect(prepareConnection(connection, { ...sync, kind: 'remap' }, 'UTC').latestSync?.words).toBe(
      'mapped again, 6,000 read from what is kept in 30 s',
    );
  });

  it('tells which Jira it is', () => {
    const jira = { ...connection, provider: 'jira' as const };
    expect(prepareConnection({ ...jira, deployment: 'server' }, null, 'UTC').provider).toBe('Jira Data Center');
    expect(prepareConnection({ ...jira, deployment: 'cloud' }, null, 'UTC').provider).toBe('Jira Cloud');
  });

  it('gives the tracker’s own reason when it refuses', () => {
    const refused = { ...connection, status: 'unauthorized' as const, statusReason: 'the key was revoked' };
    expect(prepareConnection(refused, null, 'UTC').statusWords).toBe('refuses our credentials: the key was revoked');
  });

  it('tells how far a running sync is', () => {
    const running = { ...sync, state: 'running' as const, phase: 'issues', done: 1500, finishedAt: null };
    expect(prepareConnection(connection, running, 'UTC').latestSync).toMatchObject({ words: 'issues: 1,500 of 6,000', share: 0.25 });
  });
});
