import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), { error: 'not such an address' });

/**
 * Every environment variable the services know: how it is read, and what to write when it is wrong.
 * `.env.example` and the table in the README are checked against this list.
 */
export const environmentVariables = {
  port: {
    name: 'PORT',
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)).default(3000),
    expected: 'a port between 0 and 65535, 0 for any free one (default 3000)',
  },
  host: {
    name: 'HOST',
    schema: z.string().default('127.0.0.1'),
    expected: 'the address to listen on: 127.0.0.1 for this machine only (default), 0.0.0.0 for every network',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    schema: url('postgres:', 'postgresql:').optional(),
    expected: 'a Postgres address such as postgres://user:password@host:5432/speedtax',
  },
  redisUrl: {
    name: 'REDIS_URL',
    schema: url('redis:', 'rediss:').optional(),
    expected: 'a Redis address such as redis://host:6379, or nothing: the queues then run on Postgres',
  },
  dataFolder: {
    name: 'SPEEDTAX_DATA',
    schema: z.string().default('.speedtax'),
    expected: 'the folder for the embedded Postgres and the secret of `npm start` (default .speedtax)',
  },
  secret: {
    name: 'SPEEDTAX_SECRET',
    schema: z
      .string()
      .refine((value) => value.split(',').every((key) => key.trim().length >= 16))
      .optional(),
    expected: 'at least 16 characters, for instance from `openssl rand -base64 48`; to rotate: the new one, a comma, the old one',
  },
  bootstrapToken: {
    name: 'SPEEDTAX_BOOTSTRAP_TOKEN',
    schema: z.string().trim().min(1).optional(),
    expected: "any text, best 16 characters or more: it becomes an administrator's API key at the first start on an empty database",
  },
  publicUrl: {
    name: 'SPEEDTAX_URL',
    schema: url('http:', 'https:').optional(),
    expected: 'the address people open, such as https://speedtax.example.com: links in e-mails lead there, and with https cookies need it',
  },
  signUp: {
    name: 'SPEEDTAX_SIGN_UP',
    schema: z.enum(['invited', 'open']).default('invited'),
    expected:
      'invited: after the first account only who is invited gets one (default); open: whoever asks, with an organization of its own',
  },
  trustedProxies: {
    name: 'SPEEDTAX_TRUSTED_PROXIES',
    schema: z.string().regex(/^\d$/).transform(Number).default(0),
    expected: 'how many proxies stand in front and tell the address of who asks, 0 to 9 (default 0: none is believed)',
  },
  smtpUrl: {
    name: 'SMTP_URL',
    schema: url('smtp:', 'smtps:').optional(),
    expected: 'a mail server such as smtps://user:password@host:465; without one, links are printed instead of sent',
  },
  mailFrom: {
    name: 'MAIL_FROM',
    schema: z.string().default('Speedtax <speedtax@localhost>'),
    expected: 'whom e-mails come from, such as Speedtax <speedtax@example.com>',
  },
  googleClientId: { name: 'GOOGLE_CLIENT_ID', schema: z.string().optional(), expected: 'the client id of sign-in with Google' },
  googleClientSecret: { name: 'GOOGLE_CLIENT_SECRET', schema: z.string().optional(), expected: 'its secret' },
  oidcIssuer: {
    name: 'OIDC_ISSUER',
    schema: url('https:', 'http:').optional(),
    expected: 'the address of an OpenID Connect provider, without /.well-known/openid-configuration',
  },
  oidcClientId: { name: 'OIDC_CLIENT_ID', schema: z.string().optional(), expected: 'the client id that the provider knows' },
  oidcClientSecret: { name: 'OIDC_CLIENT_SECRET', schema: z.string().optional(), expected: 'its secret' },
  oidcName: {
    name: 'OIDC_NAME',
    schema: z.string().default('single sign-on'),
    expected: 'what the provider is called on the sign-in page',
  },
  demo: {
    name: 'SPEEDTAX_DEMO',
    schema: flag.default(true),
    expected: '1 for the demo company (default), 0 to start without it',
  },
  demoIssues: {
    name: 'SPEEDTAX_DEMO_ISSUES',
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(300).max(1_000_000)).default(3000),
    expected: 'the size of the demo company, 300 to 1000000 issues (default 3000)',
  },
  allowPrivateTrackers: {
    name: 'SPEEDTAX_ALLOW_PRIVATE_TRACKERS',
    schema: flag.default(false),
    expected: '1 to let connections name private and loopback addresses and plain http, 0 to refuse them (default)',
  },
  dashboardUrl: {
    name: 'DASHBOARD_URL',
    schema: url('http:', 'https:').optional(),
    expected: 'where the API finds the dashboard, such as http://dashboard:3000',
  },
  linearClientId: {
    name: 'LINEAR_CLIENT_ID',
    schema: z.string().optional(),
    expected: 'the id of your OAuth app at Linear: people connect without a key',
  },
  linearClientSecret: { name: 'LINEAR_CLIENT_SECRET', schema: z.string().optional(), expected: 'its secret' },
  linearAuthorizeUrl: {
    name: 'LINEAR_AUTHORIZE_URL',
    schema: url('https:', 'http:').optional(),
    expected: 'the page on which Linear lets apps in (default https://linear.app/oauth/authorize)',
  },
  linearApiUrl: {
    name: 'LINEAR_API_URL',
    schema: url('https:', 'http:').optional(),
    expected: 'where Linear gives tokens and answers apps (default https://api.linear.app)',
  },
  jiraClientId: {
    name: 'JIRA_CLIENT_ID',
    schema: z.string().optional(),
    expected: 'the id of your OAuth 2.0 (3LO) app at Atlassian: people connect without a token',
  },
  jiraClientSecret: { name: 'JIRA_CLIENT_SECRET', schema: z.string().optional(), expected: 'its secret' },
  atlassianAuthUrl: {
    name: 'ATLASSIAN_AUTH_URL',
    schema: url('https:', 'http:').optional(),
    expected: 'where Atlassian lets apps in and gives tokens (default https://auth.atlassian.com)',
  },
  atlassianApiUrl: {
    name: 'ATLASSIAN_API_URL',
    schema: url('https:', 'http:').optional(),
    expected: 'through which sites of Jira are reached by apps (default https://api.atlassian.com)',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    expected: 'one of trace, debug, info, warn, error, fatal, silent (default info)',
  },
} as const;
