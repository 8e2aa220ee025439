export * from './change/attachment-changes.ts';
export * from './change/issue-changes.ts';
export * from './change/organization-changes.ts';
export * from './change/put-away.ts';
export * from './change/relation-changes.ts';
export * from './change/state-changes.ts';
export type { Attachment } from './company/attachment.ts';
export { Collection } from './company/collection.ts';
export type { Company, Entity } from './company/company.ts';
export type * from './company/initiative.ts';
export type * from './company/issue.ts';
export type * from './company/team.ts';
export { type CompanySettings, companyEdition, generateCompany } from './generate/generate-company.ts';
export * from './jira/change/hide.ts';
export * from './jira/change/remote-links.ts';
export * from './jira/change/write-history.ts';
export type { Edition } from './jira/edition/edition.ts';
export { makeEnglishEdition } from './jira/edition/english.ts';
export { germanEdition } from './jira/edition/german.ts';
export { makeGrownEdition } from './jira/edition/grown.ts';
export type { Deployment, JiraCredentials, JiraTwinSettings } from './jira/jira-settings.ts';
export * from './jira/server/jira-faults.ts';
export type { JiraLimits } from './jira/server/jira-limits.ts';
export type { JiraRequest } from './jira/server/jira-request.ts';
export { type JiraTwin, startJiraTwin } from './jira/start-jira-twin.ts';
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
