import { type RawBuilder, sql } from 'kysely';

/** Half-open. `to` is never after the data cut-off, so that what lasts to this day is clipped like everything else. */
export interface InstantWindow {
  readonly from: Date;
  readonly to: Date;
}

/** Does [from_at, to_at) reach into the window? `to_at` is null while it lasts. */
export function overlaps({ from, to }: InstantWindow): RawBuilder<boolean> {
  return sql<boolean>`from_at < ${to} and (to_at is null or to_at > ${from})`;
}

/** Milliseconds of [from_at, to_at) inside the window; only for rows that overlap it. */
export function overlapMs({ from, to }: InstantWindow): RawBuilder<number> {
  return sql<number>`extract(epoch from least(to_at, ${to}) - greatest(from_at, ${from}))::float8 * 1000`;
}
