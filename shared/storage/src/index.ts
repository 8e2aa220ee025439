export * from './bulk/replace-rows.ts';
export type { RejectedRow } from './bulk/store-or-reject.ts';
export * from './bulk/upsert-rows.ts';
export * from './database.ts';
export * from './migrate.ts';
export type * from './tables.ts';
