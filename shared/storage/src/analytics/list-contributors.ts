import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { initiativeProjectIds } from './initiative-scope.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { startedSpans } from './unpacked.ts';

/** Started issue-time of a window, in milliseconds. */
export interface Contributor {
  /** Null: while nobody was assigned. */
  readonly personId: string | null;
  readonly intoMs: number;
  readonly totalMs: number;
}

const maxContributors = 5_000;

/** Who had issues of an initiative started in a window, and how much in all. */
export async function listContributors(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  window: InstantWindow,
): Promise<Contributor[]> {
  const { rows } = await sql<Contributor>`
    with own as (
      select person_id, sum(${overlapMs(window)}) as ms
      from ${startedSpans(organizationId, { before: window.to, where: sql`pack.project_id in (${initiativeProjectIds(organizationId, initiativeId)})` })}
      where ${overlaps(window)}
      group by person_id
    ),
    total as (
      select person_id, sum(${overlapMs(window)}) as ms
      from ${startedSpans(organizationId, { before: window.to, where: sql`pack.person_id in (select person_id from own)` })}
      where ${overlaps(window)}
      group by person_id
    )
    select own.person_id as "personId", own.ms as "intoMs", coalesce(total.ms, own.ms) as "totalMs"
    from own
    left join total on total.person_id = own.person_id
    order by own.person_id
    limit ${maxContributors}
  `.execute(trx);
  return rows;
}
