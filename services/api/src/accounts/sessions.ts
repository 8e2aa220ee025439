import type { Session } from '@speedtax/contract';
import type { Account } from '../auth/accounts.ts';
import type { ApiContext } from '../context.ts';

interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly expires_at: Date;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
}

type Context = Pick<ApiContext, 'accounts'>;
const maxSessions = 100;

export async function listSessions(context: Context, { userId, sessionId }: Account): Promise<Session[]> {
  const { rows } = await poolOf(context).query<SessionRow>(
    `select id, created_at, updated_at, expires_at, ip_address, user_agent from auth.session
     where user_id = $1 and expires_at > now() order by created_at desc limit ${maxSessions}`,
    [userId],
  );
  return rows.map((row) => ({
    id: row.id,
    isCurrent: row.id === sessionId,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
  }));
}

/** False: this account has no such session. */
export async function deleteSession(context: Context, { userId }: Account, id: string): Promise<boolean> {
  const { rowCount } = await poolOf(context).query('delete from auth.session where user_id = $1 and id = $2', [userId, id]);
  return rowCount === 1;
}

export async function deleteOtherSessions(context: Context, { userId, sessionId }: Account): Promise<void> {
  await poolOf(context).query('delete from auth.session where user_id = $1 and id <> $2', [userId, sessionId]);
}

export async function lookAtOrganization(context: Context, { sessionId }: Account, organizationId: string): Promise<void> {
  await poolOf(context).query('update auth.session set organization_id = $2 where id = $1', [sessionId, organizationId]);
}

function poolOf({ accounts }: Context) {
  if (!accounts) throw new TypeError('An account asks where there are none');
  return accounts.pool;
}
