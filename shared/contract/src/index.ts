export * from './common.ts';
export * from './connection.ts';
export * from './initiative.ts';
export * from './issue.ts';
export * from './me.ts';
export * from './speed-tax.ts';
export * from './team.ts';
