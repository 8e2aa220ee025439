import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** After `after` (null: since ever) up to and including `upTo`; ISO 8601 as the tracker wrote it. */
export interface CreationRange {
  readonly after: string | null;
  readonly upTo: string;
}

export interface CreatedItem {
  readonly id: string;
  readonly externalId: string;
}

/** What a sweep in order of creation should meet in a range. */
export interface SweptTable {
  count(trx: FactTransaction, place: FactPlace): Promise<number>;
  listCreatedBetween(trx: FactTransaction, place: FactPlace, range: CreationRange): Promise<CreatedItem[]>;
  listByIds(trx: FactTransaction, place: FactPlace, ids: readonly string[]): Promise<CreatedItem[]>;
}

/** Issues that are not closed: what is closed may be deleted without a difference. */
const openIssues: Source = { table: 'issue', isSwept: sql`not is_stub and closed_at is null` };

export const openIssuesSwept = makeSweptTable(openIssues);

/** For trackers whose plans are issues too. */
export const openIssuesAndPlansSwept = makeSweptTable(
  openIssues,
  { table: 'project', isSwept: sql`closed_at is null` },
  { table: 'initiative', isSwept: sql`closed_at is null` },
);

export const attachmentsSwept = makeSweptTable({
  table: 'issue_mention',
  createdAt: 'from_at',
  isSwept: sql`place = 'attachment' and to_at is null`,
});

export const issueLinksSwept = makeSweptTable({ table: 'issue_link', isSwept: sql`created_at is not null` });

interface Source {
  readonly table: 'issue' | 'issue_link' | 'issue_mention' | 'project' | 'initiative';
  /** Default: `created_at`. */
  readonly createdAt?: string;
  readonly isSwept: ReturnType<typeof sql>;
}

function makeSweptTable(...sources: readonly Source[]): SweptTable {
  const all = ({ organizationId, connectionId }: FactPlace, filter: ReturnType<typeof sql>) =>
    sql.join(
      sources.map(
        ({ table, createdAt = 'created_at', isSwept }) => sql`select id, external_id from (
            select *, ${sql.ref(createdAt)} as swept_at from ${sql.table(table)}) swept
          where organization_id = ${organizationId} and connection_id = ${connectionId} and ${isSwept} and ${filter}`,
      ),
      sql` union all `,
    );
  const list = async (trx: FactTransaction, place: FactPlace, filter: ReturnType<typeof sql>) => {
    const { rows } = await sql<CreatedItem>`select id, external_id as "externalId" from (${all(place, filter)}) t`.execute(trx);
    return rows;
  };
  return {
    async count(trx, place) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from (${all(place, sql`true`)}) t`.execute(trx);
      return rows[0]?.count ?? 0;
    },
    listCreatedBetween: (trx, place, { after, upTo }) =>
      list(trx, place, sql`swept_at <= ${upTo} and ${after === null ? sql`true` : sql`swept_at > ${after}`}`),
    listByIds: (trx, place, ids) => list(trx, place, sql`id = any(${ids}::uuid[])`),
  };
}
