export * from './change/issue-changes.ts';
export * from './change/organization-changes.ts';
export * from './change/put-away.ts';
export * from './change/relation-changes.ts';
export type { Company, Entity } from './company/company.ts';
export type * from './company/initiative.ts';
export type * from './company/issue.ts';
export type * from './company/team.ts';
export { type CompanySettings, companyEdition, generateCompany } from './generate/generate-company.ts';
export {
  BAD_GATEWAY,
  type Fault,
  type FaultHook,
  makeTooManyRequests,
  type RequestInfo,
  SERVER_ERROR,
} from './server/faults.ts';
export type { Ledger, LedgerEntry } from './server/ledger.ts';
export type { LimitSettings, Limits } from './server/limits.ts';
export { startTwin, type Twin, type TwinSettings } from './server/start-twin.ts';
