import type { AccountPool } from '@speedtax/storage/accounts';
import { findInvitationByToken } from '@speedtax/storage/accounts';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { AccountsOptions } from './accounts.ts';
import { isFirstAccount } from './admit-account.ts';
import { attemptsPerMinute, countAttempt } from './count-attempt.ts';
import { hashToken } from './hash-token.ts';
import { judgePassword } from './judge-password.ts';

/** What we look at of a body; its other fields are better-auth's to check. */
const body = z
  .looseObject({
    email: z.string().max(320).catch(''),
    name: z.string().max(200).catch(''),
    password: z.string().catch(''),
    newPassword: z.string().catch(''),
    invitation: z.string().max(200).catch(''),
  })
  .catch({ email: '', name: '', password: '', newPassword: '', invitation: '' });

const countedPaths = new Set(['/sign-in/email', '/sign-up/email', '/request-password-reset', '/send-verification-email']);

/** Before better-auth answers: attempts at one account are few, new passwords are good, and only who is expected signs up. */
export function guardSignIn(options: AccountsOptions & { readonly pool: AccountPool }) {
  const { pool, now } = options;
  return createAuthMiddleware(async ({ path, body: sent }) => {
    const { email, name, password, newPassword, invitation } = body.parse(sent ?? {});
    if (countedPaths.has(path) && email !== '' && !(await countAttempt(pool, email, now()))) {
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'TOO_MANY_ATTEMPTS',
        message: `At most ${attemptsPerMinute} attempts a minute at one account. Try again in a minute.`,
      });
    }
    const chosen = path === '/sign-up/email' ? password : path === '/reset-password' || path === '/change-password' ? newPassword : null;
    if (path === '/sign-up/email') await checkInvitation(options, { email, invitation });
    if (chosen !== null) {
      const reason = judgePassword(chosen, [email, name, 'speedtax']);
      if (reason !== null) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_EASY', message: reason });
    }
  });
}

async function checkInvitation(options: AccountsOptions, { email, invitation }: { email: string; invitation: string }): Promise<void> {
  const { database, settings, now } = options;
  if (invitation === '' && (settings.signUp === 'open' || (await isFirstAccount(options)))) return;
  const found = await database.asSystem((trx) => findInvitationByToken(trx, hashToken(invitation), new Date(now())));
  if (found && found.email === email.trim().toLowerCase()) return;
  throw new APIError('FORBIDDEN', {
    code: 'INVITATION_NEEDED',
    message: 'An account needs an invitation: open its link, and use the address it was sent to.',
  });
}
