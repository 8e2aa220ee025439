export * from './api-keys.ts';
export * from './invitations.ts';
export * from './list-audit.ts';
export * from './members.ts';
export * from './open-account-pool.ts';
export * from './record-audit.ts';
export * from './sealed-values.ts';
