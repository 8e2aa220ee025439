import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Where teams and statuses are named; the rest of what is stored is not about them. */
const uses = {
  team: [
    'select team_id from issue where organization_id = $org',
    `select from_id::uuid from issue_change where organization_id = $org and field = 'team'`,
    `select to_id::uuid from issue_change where organization_id = $org and field = 'team'`,
    'select team_id from team_member where organization_id = $org',
    'select team_id from project_team where organization_id = $org',
    'select team_id from cycle where organization_id = $org',
  ],
  workflow_status: [
    'select status_id from issue where organization_id = $org',
    `select from_id::uuid from issue_change where organization_id = $org and field = 'status'`,
    `select to_id::uuid from issue_change where organization_id = $org and field = 'status'`,
  ],
} as const;

/** Teams or statuses of a connection that neither the tracker lists nor anything names: what another mapping left behind. */
export async function deleteUnusedNames(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  table: keyof typeof uses,
  listed: readonly string[],
): Promise<number> {
  const used = sql.join(
    uses[table].map((query) => {
      const [before = '', after = ''] = query.split('$org');
      return sql`${sql.raw(before)}${organizationId}::uuid${sql.raw(after)}`;
    }),
    sql` union all `,
  );
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} t
    where organization_id = ${organizationId} and connection_id = ${connectionId} and not id = any(${listed}::uuid[])
      and not exists (select from (${used}) used(id) where used.id = t.id)
  `.execute(trx);
  return Number(numAffectedRows);
}
