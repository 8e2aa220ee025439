import type { Route } from '../http/route.ts';
import { accountRoutes } from './account-routes.ts';
import { alertRoutes } from './alert-routes.ts';
import { askWhatIf } from './ask-what-if.ts';
import { changeOrganization } from './change-organization.ts';
import { disconnect, getScope, pause, putCredentials, putScope, resume } from './connection-lifecycle.ts';
import { createAttestation } from './create-attestation.ts';
import { createConnection } from './create-connection.ts';
import { createTreatment } from './create-treatment.ts';
import { deleteAttestation } from './delete-attestation.ts';
import { deleteConnection } from './delete-connection.ts';
import { deleteDuty } from './delete-duty.ts';
import { deleteIdentityDecision } from './delete-identity-decision.ts';
import { deleteTreatment } from './delete-treatment.ts';
import { getConnection } from './get-connection.ts';
import { getConnectionMapping } from './get-connection-mapping.ts';
import { getDeadlocks } from './get-deadlocks.ts';
import { getHealth } from './get-health.ts';
import { getInitiative } from './get-initiative.ts';
import { getInitiativeInputs } from './get-initiative-inputs.ts';
import { getInitiativeTimeline } from './get-initiative-timeline.ts';
import { getIssueWaits } from './get-issue-waits.ts';
import { getMe } from './get-me.ts';
import { getMetrics } from './get-metrics.ts';
import { getOpenApi } from './get-open-api.ts';
import { getOrganization } from './get-organization.ts';
import { getQuarterlyReport } from './get-quarterly-report.ts';
import { getReadiness } from './get-readiness.ts';
import { getSpeedTax } from './get-speed-tax.ts';
import { getSpeedTaxSeries } from './get-speed-tax-series.ts';
import { getSync } from './get-sync.ts';
import { getWebhook } from './get-webhook.ts';
import { listAttestations } from './list-attestations.ts';
import { listAudit } from './list-audit.ts';
import { listConnections } from './list-connections.ts';
import { listDecouplings } from './list-decouplings.ts';
import { listDuties } from './list-duties.ts';
import { listIdentities } from './list-identities.ts';
import { listInitiativeBlockers } from './list-initiative-blockers.ts';
import { listInitiatives } from './list-initiatives.ts';
import { listIssues } from './list-issues.ts';
import { listQuotes } from './list-quotes.ts';
import { listTeams } from './list-teams.ts';
import { listTreatments } from './list-treatments.ts';
import { finishOauth, listOauthProviders, startOauth } from './oauth.ts';
import { previewConnectionMapping } from './preview-connection-mapping.ts';
import { putConnectionMapping } from './put-connection-mapping.ts';
import { putDuty } from './put-duty.ts';
import { putIdentityDecision } from './put-identity-decision.ts';
import { putWebhookSecret } from './put-webhook-secret.ts';
import { listQueues, retryJob } from './queues.ts';
import { receiveJiraWebhook, receiveLinearWebhook } from './receive-webhooks.ts';
import { startSync } from './start-sync.ts';
import { streamConnectionEvents } from './stream-connection-events.ts';
import { streamDataVersions } from './stream-data-versions.ts';

/** Asked by machines that watch the process; without limits and without sign-in. */
export const healthRoutes: readonly Route[] = [getHealth, getReadiness, getMetrics];

/** Asked by trackers, who sign what they tell. */
export const webhookRoutes: readonly Route[] = [receiveLinearWebhook, receiveJiraWebhook];

export const routes: readonly Route[] = [
  getOpenApi,
  getMe,
  getOrganization,
  changeOrganization,
  listConnections,
  createConnection,
  getConnection,
  deleteConnection,
  getConnectionMapping,
  previewConnectionMapping,
  putConnectionMapping,
  startSync,
  pause,
  resume,
  disconnect,
  putCredentials,
  getScope,
  putScope,
  listQueues,
  retryJob,
  listOauthProviders,
  startOauth,
  finishOauth,
  getWebhook,
  putWebhookSecret,
  getSync,
  streamConnectionEvents,
  streamDataVersions,
  listTeams,
  getSpeedTax,
  getSpeedTaxSeries,
  listInitiatives,
  getInitiative,
  listInitiativeBlockers,
  getInitiativeInputs,
  getInitiativeTimeline,
  listIssues,
  getIssueWaits,
  getDeadlocks,
  getQuarterlyReport,
  askWhatIf,
  listDecouplings,
  listTreatments,
  createTreatment,
  deleteTreatment,
  listQuotes,
  listDuties,
  putDuty,
  deleteDuty,
  listAttestations,
  createAttestation,
  deleteAttestation,
  listIdentities,
  putIdentityDecision,
  deleteIdentityDecision,
  listAudit,
  ...accountRoutes,
  ...alertRoutes,
];
