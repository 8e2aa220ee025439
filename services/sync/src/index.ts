export type { SyncContext, SyncSettings } from './context.ts';
export { handleSyncDue } from './jobs/sync-due.ts';
export { handleSyncStep } from './jobs/sync-step.ts';
export { startSyncService } from './start-sync-service.ts';
