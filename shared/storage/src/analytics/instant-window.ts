import type { WorkedKnots } from '@speedtax/domain';
import { type RawBuilder, sql } from 'kysely';

/** Half-open. `to` is never after the data cut-off, so that what lasts to this day is clipped like everything else. */
export interface InstantWindow {
  readonly from: Date;
  readonly to: Date;
  /** Of everything to be measured, where durations are working time; else they are calendar time. */
  readonly knots?: WorkedKnots | null;
}

/** Does [from_at, to_at) reach into the window? `to_at` is null while it lasts. Nothing reaches into an empty window. */
export function overlaps({ from, to }: InstantWindow): RawBuilder<boolean> {
  if (to <= from) return sql<boolean>`false`;
  return sql<boolean>`from_at < ${to} and (to_at is null or to_at > ${from})`;
}

/** Milliseconds of [from_at, to_at) inside the window; only for rows that overlap it. */
export function overlapMs(window: InstantWindow): RawBuilder<number> {
  return lengthMs(window, sql`greatest(from_at, ${window.from}::timestamptz)`, sql`least(to_at, ${window.to}::timestamptz)`);
}

/** Milliseconds between two instants of the window, measured with its clock. */
export function lengthMs({ knots }: InstantWindow, from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<number> {
  if (!knots) return sql<number>`extract(epoch from ${to} - ${from})::float8 * 1000`;
  return sql<number>`(${workedMs(knots, to)} - ${workedMs(knots, from)})`;
}

/** `workedAt` of the engine, in SQL: odd places of its knots, counted from 1, begin a stretch of work. */
function workedMs({ at, worked }: WorkedKnots, instant: RawBuilder<unknown>): RawBuilder<number> {
  const [knotAt, knotWorked] = [sql`${[...at]}::float8[]`, sql`${[...worked]}::float8[]`];
  return sql<number>`(
    select case
      when place = 0 then 0
      when place % 2 = 1 then (${knotWorked})[place] + ms - (${knotAt})[place]
      else (${knotWorked})[place]
    end
    from (select ms, width_bucket(ms, ${knotAt}) as place from (select extract(epoch from ${instant})::float8 * 1000 as ms) asked) found)`;
}
