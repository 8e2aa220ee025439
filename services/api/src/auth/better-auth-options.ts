import type { AccountPool } from '@speedtax/storage/accounts';
import type { BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import type { Mail } from '../mail/mail.ts';
import type { AccountsOptions } from './accounts.ts';
import { admitIdentity, becomeFirstOwner } from './admit-account.ts';
import { guardSignIn } from './guard-sign-in.ts';
import { maxPasswordLength, minPasswordLength } from './judge-password.ts';
import { makePasswordHash } from './password-hash.ts';
import { isHttps } from './sign-in-settings.ts';
import { writeLetters } from './write-letters.ts';

/** Without use a session ends after this long. */
const sessionIdleSeconds = 7 * 86_400;
const sessionRenewSeconds = 86_400;
const linkSeconds = 3_600;
/** Set by us from the connection, never believed from outside. */
export const addressHeader = 'x-speedtax-address';

/** Answered by our own endpoints, or by nobody: an account's tokens and links to providers are no business of a page. */
const disabledPaths = [
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/update-session',
  '/update-user',
  '/change-email',
  '/delete-user',
  '/list-accounts',
  '/link-social',
  '/unlink-account',
  '/get-access-token',
  '/refresh-token',
  '/account-info',
  '/ok',
  '/error',
];

/** How accounts work. Names of columns are ours; see migration 0024 for the tables. */
export function makeBetterAuthOptions(options: AccountsOptions & { readonly pool: AccountPool; readonly secret: string }) {
  const { settings, mail, pool, logger } = options;
  const secure = isHttps(settings);
  const letters = writeLetters(mail);
  const hash = makePasswordHash(options.passwordLog2Cost);
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    appName: 'Speedtax',
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: false, level: 'error', log: (_level, message) => logger.warn({ from: 'sign-in' }, message) },
    // A refusal is an answer; anything else is our fault.
    onAPIError: { onError: (error) => void (isAPIError(error) || logger.error({ err: error }, 'sign-in failed')) },
    disabledPaths,
    // A page of ours is one that was sent under the name it asks: also where people open another name than SPEEDTAX_URL.
    trustedOrigins: async (request) => (request ? [`http${secure ? 's' : ''}://${request.headers.get('host')}`] : []),
    advanced: {
      cookiePrefix: secure ? '__Host-speedtax' : 'speedtax',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: 'uuid' },
    },
    // Limits are counted in Postgres by account, and by address in front of this.
    rateLimit: { enabled: false },
    user: {
      fields: { emailVerified: 'email_verified', ...dates },
      validateUserInfo: ({ user, source }) => admitIdentity(options, { email: String(user.email ?? ''), source }),
    },
    session: {
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...dates },
      additionalFields: { organizationId: { type: 'string', required: false, input: false, fieldName: 'organization_id' } },
      expiresIn: sessionIdleSeconds,
      updateAge: sessionRenewSeconds,
    },
    account: {
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { fields: { expiresAt: 'expires_at', ...dates }, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Signing up never says whether an address has an account, so it does not sign in either.
      autoSignIn: false,
      requireEmailVerification: mail.delivery === 'sent',
      minPasswordLength,
      maxPasswordLength,
      password: hash,
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => letters.resetPassword(user.email, `${settings.publicUrl}/reset-password?token=${token}`),
    },
    emailVerification: {
      sendOnSignUp: mail.delivery === 'sent',
      sendOnSignIn: mail.delivery === 'sent',
      expiresIn: linkSeconds,
      sendVerificationEmail: async ({ user, url }) => {
        if (!user.emailVerified) await letters.verifyAddress(user.email, url);
      },
    },
    socialProviders: settings.google ? { google: { ...settings.google, disableIdTokenSignIn: true } } : {},
    plugins: settings.oidc
      ? [
          genericOAuth({
            config: [
              {
                providerId: 'oidc',
                name: settings.oidc.name,
                discoveryUrl: `${settings.oidc.issuer}/.well-known/openid-configuration`,
                clientId: settings.oidc.clientId,
                clientSecret: settings.oidc.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                requireIdTokenVerification: true,
              },
            ],
          }),
        ]
      : [],
    hooks: { before: guardSignIn(options) },
    databaseHooks: {
      user: {
        create: {
          before: async (user, context) => ({ data: { ...user, emailVerified: user.emailVerified || isFromLetter(mail, context?.body) } }),
          after: async (user) => becomeFirstOwner(options, user),
        },
      },
      // Who somebody is has been told: nothing is asked of the provider later, so nothing is kept that could.
      account: {
        create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) },
      },
    },
  } satisfies BetterAuthOptions;
}

/** Whoever comes with the link of an invitation that was sent to an address has read its mail (`guardSignIn` has checked the link). */
function isFromLetter(mail: Mail, body: unknown): boolean {
  return mail.delivery === 'sent' && z.object({ invitation: z.string().min(1) }).safeParse(body).success;
}

const withoutTokens = { accessToken: null, refreshToken: null, idToken: null };
