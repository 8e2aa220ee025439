import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Alerts name people and issues: what was told of initiatives and teams of a connection goes with it, and so do rules of theirs. */
export async function deleteAlertsOfConnection(trx: Transaction<Tables>, organizationId: string, connectionId: string): Promise<void> {
  const subjects = sql`
    select id from initiative where organization_id = ${organizationId} and connection_id = ${connectionId}
    union all
    select id from team where organization_id = ${organizationId} and connection_id = ${connectionId}`;
  for (const table of ['alert', 'alert_rule', 'alert_state', 'alert_subscription']) {
    await sql`delete from ${sql.table(table)} where organization_id = ${organizationId} and subject_id in (${subjects})`.execute(trx);
  }
}
