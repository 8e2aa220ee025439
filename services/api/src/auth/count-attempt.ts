import { createHash } from 'node:crypto';
import type { AccountPool } from '@speedtax/storage/accounts';

export const attemptsPerMinute = 5;
const minuteMs = 60_000;
const keptMinutes = 10;

/**
 * Counts an attempt to sign in to an account, or to have a link sent to it, in all processes together.
 * @returns false when this minute's are used up
 */
export async function countAttempt(pool: AccountPool, email: string, now: number): Promise<boolean> {
  const subject = createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
  const minute = new Date(Math.floor(now / minuteMs) * minuteMs);
  const { rows } = await pool.query<{ attempts: number }>(
    `insert into auth.attempt (subject, minute, attempts) values ($1, $2, 1)
     on conflict (subject, minute) do update set attempts = attempt.attempts + 1
     returning attempts`,
    [subject, minute],
  );
  const attempts = rows[0]?.attempts ?? 1;
  if (attempts === 1) await pool.query('delete from auth.attempt where minute < $1', [new Date(now - keptMinutes * minuteMs)]);
  return attempts <= attemptsPerMinute;
}
