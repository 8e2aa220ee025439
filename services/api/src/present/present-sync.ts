import type { Sync, SyncEvent } from '@speedtax/contract';
import type { SyncRow } from '../connections/find-sync.ts';

type SyncWithoutProblems = Omit<Sync, 'problems'>;

export function presentSync(row: SyncRow): SyncWithoutProblems {
  return {
    id: row.id,
    connectionId: row.connection_id,
    kind: row.kind,
    state: row.state,
    phase: row.phase,
    done: row.done,
    total: row.total,
    requests: row.requests,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    error: row.error,
    problemCount: row.problem_count,
  };
}

export function presentSyncEvent(
  row: SyncRow,
  connection: { status: SyncEvent['connectionStatus']; last_synced_at: Date | null },
): SyncEvent {
  return { ...presentSync(row), connectionStatus: connection.status, lastSyncedAt: connection.last_synced_at?.toISOString() ?? null };
}
