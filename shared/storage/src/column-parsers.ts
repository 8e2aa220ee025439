import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMPTZ]: parseInstant,
};

/** How one pool reads its columns: days stay 'YYYY-MM-DD', instants become Date, whole and decimal numbers become number. */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || getTypeParser(oid, format as 'text')) as typeof getTypeParser,
};

// The session's time zone is UTC, so Postgres writes '2026-01-31 12:00:00.123+00'.
function parseInstant(text: string): Date {
  const at = new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
  return Number.isNaN(at.getTime()) ? (getTypeParser(builtins.TIMESTAMPTZ, 'text')(text) as Date) : at;
}
