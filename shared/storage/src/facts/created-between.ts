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
}

/** Issues that are not closed: what is closed may be deleted without a difference. */
export const openIssuesSwept = makeSweptTable('issue', sql`not is_stub and closed_at is null`);

export const issueLinksSwept = makeSweptTable('issue_link', sql`created_at is not null`);

function makeSweptTable(table: 'issue' | 'issue_link', isSwept: ReturnType<typeof sql>): SweptTable {
  const ofPlace = ({ organizationId, connectionId }: FactPlace) =>
    sql`organization_id = ${organizationId} and connection_id = ${connectionId} and ${isSwept}`;
  return {
    async count(trx, place) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${ofPlace(place)}`.execute(trx);
      return rows[0]?.count ?? 0;
    },
    async listCreatedBetween(trx, place, { after, upTo }) {
      const { rows } = await sql<CreatedItem>`
        select id, external_id as "externalId" from ${sql.table(table)}
        where ${ofPlace(place)} and created_at <= ${upTo} ${after ? sql`and created_at > ${after}` : sql``}
      `.execute(trx);
      return rows;
    },
  };
}
