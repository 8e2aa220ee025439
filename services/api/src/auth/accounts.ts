import { deriveKey, type Logger } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import { openAccountPool } from '@speedtax/storage/accounts';
import { betterAuth } from 'better-auth';
import type { Mail } from '../mail/mail.ts';
import { makeBetterAuthOptions } from './better-auth-options.ts';
import type { SignInSettings } from './sign-in-settings.ts';

export interface AccountsOptions {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly secret: string;
  readonly settings: SignInSettings;
  readonly mail: Mail;
  /** Whose owner the first account becomes. */
  readonly firstOrganizationId: string;
  readonly logger: Logger;
  readonly now: () => number;
  /** Less in tests alone. */
  readonly passwordLog2Cost?: number;
}

/** Who is signed in, whichever organization it is about. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string;
  /** The organization this session looks at; null: the first. */
  readonly organizationId: string | null;
}

/** After so long a session ends, however much it is used. Without use it ends after `sessionIdleMs`. */
export const sessionAbsoluteMs = 30 * 86_400_000;

/** The accounts of people: how they sign up and in (better-auth), and whose session a cookie is. */
export function openAccounts(options: AccountsOptions) {
  const { databaseUrl, settings, mail, logger, now } = options;
  const pool = openAccountPool({
    url: databaseUrl,
    applicationName: 'speedtax',
    onError: (error) => logger.error({ err: error }, 'connection of the sign-in lost'),
  });
  const [newest = ''] = options.secret.split(',');
  const secret = Buffer.from(deriveKey(newest.trim(), 'accounts')).toString('base64url');
  const auth = betterAuth(makeBetterAuthOptions({ ...options, pool, secret }));

  return {
    settings,
    mail,
    pool,
    handle: (request: Request): Promise<Response> => auth.handler(request),

    /** Null without a session, and for one that has ended. `cookies` are to be sent along: they prolong the session. */
    async findAccount(headers: Headers): Promise<{ account: Account; cookies: string[] } | null> {
      const { headers: answered, response: found } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!found) return null;
      const { session, user } = found;
      if (now() - session.createdAt.getTime() > sessionAbsoluteMs) {
        await pool.query('delete from auth.session where id = $1', [session.id]);
        return null;
      }
      const { organizationId = null } = session as { organizationId?: string | null };
      return {
        account: { userId: user.id, name: user.name, email: user.email, sessionId: session.id, organizationId },
        cookies: answered.getSetCookie(),
      };
    },
    close: () => pool.end(),
  };
}
export type Accounts = ReturnType<typeof openAccounts>;
