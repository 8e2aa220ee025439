export {
  checkMapping,
  type MappingCheck,
  type MappingPreview,
  type PreviewSource,
  previewKinds,
  previewMapping,
} from './connection-mapping.ts';
export { deriveId, type IdKind } from './derive-id.ts';
export type * from './fact-rows.ts';
export { type AtlassianSite, fetchAtlassianSites } from './jira/access/atlassian.ts';
export { checkJiraCredentials, type JiraCheck } from './jira/access/check-jira-credentials.ts';
export { type JiraCredentials, jiraCredentials, readJiraCredentials, writeJiraCredentials } from './jira/access/jira-credentials.ts';
export { type CredentialsCheck, checkLinearCredentials, linearApiUrl } from './linear/check-linear-credentials.ts';
export { type LinearCredentials, readLinearCredentials, writeLinearCredentials } from './linear/linear-credentials.ts';
export { linearPlan } from './linear/linear-plan.ts';
export type { Mapped, MappingProblem, NoLonger, Placeholders } from './mapped.ts';
export { fetchTokens, type OauthTokens } from './oauth/fetch-tokens.ts';
export { authorizeAddress, type OauthApp, type OauthProvider, publicAddresses } from './oauth/oauth-app.ts';
export { openTracker, type TrackerAccess } from './open-tracker.ts';
export { fetchScopeChoices, type ScopeChoice, scopeKeyOf } from './scope.ts';
export {
  externalIdOf,
  type KeptItem,
  type KeptName,
  type Page,
  type PageRequest,
  type Phase,
  type Reading,
  type Tracker,
} from './tracker.ts';
export { TrackerError, type TrackerErrorKind } from './tracker-error.ts';
export type { TrackerFetch } from './tracker-fetch.ts';
export type { Changed, Delivery, RawDelivery } from './webhooks/changed.ts';
export { type JiraProof, jiraAdminEvents, jiraAppEvents, readJiraBody, readJiraDelivery } from './webhooks/jira-webhook.ts';
export { linearResourceTypes, readLinearBody, readLinearDelivery } from './webhooks/linear-webhook.ts';
export { type RegisteredWebhook, registerWebhook, type WebhookWish } from './webhooks/register-webhook.ts';
