import { type RawBuilder, sql } from 'kysely';

/** A table as it could have been known: the columns that then said something else, and the rows that were there. `own`: its row today. */
export interface PastTable {
  readonly columns: Readonly<Record<string, RawBuilder<unknown>>>;
  readonly where: RawBuilder<unknown>;
}

/** An instant, where it had come by then. */
export function knownBy(column: string, at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${sql.ref(`own.${column}`)} <= ${at} then ${sql.ref(`own.${column}`)} end`;
}
