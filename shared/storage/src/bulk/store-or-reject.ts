import pg from 'pg';

export interface RejectedRow<Row> {
  readonly row: Row;
  /** SQLSTATE. */
  readonly code: string;
  readonly reason: string;
}

// A value that does not fit its column, a missing value, a choice that is none, a key too long for its index.
const notNullViolation = '23502';
const checkViolation = '23514';
const programLimitExceeded = '54000';

/**
 * Stores a batch. When the database refuses it for a value in it, halves it until the bad rows stand alone: the good
 * rows are stored, the bad ones handed back.
 * @param store all or nothing; it undoes what it did when it throws
 */
export async function storeOrReject<Row>(
  rows: readonly Row[],
  store: (rows: readonly Row[]) => Promise<number>,
): Promise<{ changed: number; rejected: RejectedRow<Row>[] }> {
  try {
    return { changed: rows.length === 0 ? 0 : await store(rows), rejected: [] };
  } catch (error) {
    if (!isBadValue(error)) throw error;
    if (rows.length === 1) return { changed: 0, rejected: [{ row: rows[0] as Row, code: error.code, reason: error.message }] };
    const middle = Math.ceil(rows.length / 2);
    const first = await storeOrReject(rows.slice(0, middle), store);
    const second = await storeOrReject(rows.slice(middle), store);
    return { changed: first.changed + second.changed, rejected: [...first.rejected, ...second.rejected] };
  }
}

function isBadValue(error: unknown): error is pg.DatabaseError & { code: string } {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return false;
  return error.code.startsWith('22') || [notNullViolation, checkViolation, programLimitExceeded].includes(error.code);
}
