import type { Endpoint } from '../endpoint.ts';
import * as accounts from './account-endpoints.ts';
import * as accountability from './accountability-endpoints.ts';
import * as alertChannels from './alert-channel-endpoints.ts';
import * as alerts from './alert-endpoints.ts';
import * as audit from './audit-endpoints.ts';
import * as connections from './connection-endpoints.ts';
import * as figures from './figure-endpoints.ts';
import * as health from './health-endpoints.ts';
import * as identities from './identity-endpoints.ts';
import * as initiatives from './initiative-endpoints.ts';
import * as issues from './issue-endpoints.ts';
import * as lifecycle from './lifecycle-endpoints.ts';
import * as oauth from './oauth-endpoints.ts';
import * as operations from './operation-endpoints.ts';
import * as organization from './organization-endpoints.ts';
import * as quotes from './quote-endpoints.ts';
import * as reports from './report-endpoints.ts';
import * as service from './service-endpoints.ts';
import * as webhooks from './webhook-endpoints.ts';
import * as whatIf from './what-if-endpoints.ts';

/** Every endpoint there is, by name. */
export const endpoints = {
  ...health,
  ...service,
  ...organization,
  ...connections,
  ...lifecycle,
  ...operations,
  ...oauth,
  ...figures,
  ...initiatives,
  ...issues,
  ...quotes,
  ...reports,
  ...webhooks,
  ...whatIf,
  ...accountability,
  ...identities,
  ...audit,
  ...accounts,
  ...alerts,
  ...alertChannels,
};

export const listedEndpoints: readonly Endpoint[] = Object.values(endpoints);
