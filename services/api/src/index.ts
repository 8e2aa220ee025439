export { makeApp } from './app.ts';
export { hashApiKey } from './auth/api-key.ts';
export { bootstrapApiKey } from './auth/bootstrap-api-key.ts';
export { type LocalSessions, localSessionCookie, makeLocalSessions } from './auth/local-session.ts';
export { type FirstOrganization, prepareFirstOrganization } from './auth/prepare-first-organization.ts';
export { type CheckCredentials, makeCheckCredentials } from './connections/check-credentials.ts';
export { type ApiContext, type ApiLimits, defaultLimits } from './context.ts';
export { type ApiService, startApiService } from './start-api-service.ts';
