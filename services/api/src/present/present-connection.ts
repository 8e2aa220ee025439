import type { Connection } from '@speedtax/contract';
import type { CoverageCounts } from '@speedtax/storage';
import { presentCoverage } from './present-coverage.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly provider: Connection['provider'];
  readonly name: string;
  readonly base_url: string;
  readonly workspace_name: string | null;
  readonly deployment: Connection['deployment'];
  readonly status: Connection['status'];
  readonly status_reason: string | null;
  readonly paused_at: Date | null;
  readonly disconnected_at: Date | null;
  readonly last_synced_at: Date | null;
  readonly latest_sync_id: string | null;
  readonly created_at: Date;
}

/** `coverage`: undefined until its facts have been analyzed. */
export function presentConnection(row: ConnectionRow, coverage: CoverageCounts | undefined): Connection {
  return {
    id: row.id,
    provider: row.provider,
    name: row.name,
    baseUrl: row.base_url,
    workspaceName: row.workspace_name,
    deployment: row.deployment,
    status: row.status,
    statusReason: row.status_reason,
    isPaused: row.paused_at !== null,
    isDisconnected: row.disconnected_at !== null,
    lastSyncedAt: row.last_synced_at?.toISOString() ?? null,
    latestSyncId: row.latest_sync_id,
    coverage: coverage ? presentCoverage([coverage], row.last_synced_at) : null,
    createdAt: row.created_at.toISOString(),
  };
}
