import {
  dayOf,
  deriveQuotes,
  isoDayOf,
  midnightOf,
  type OrganizationClock,
  quoteDays,
  type ToldWait,
  type WaitColumns,
} from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { waitSpans } from '../analytics/unpacked.ts';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { quoteRows } from '../derived/present-quotes.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';

type Pair = Pick<ToldWait, 'waitingTeamId' | 'blockingTeamId'>;
const nameOf = ({ waitingTeamId, blockingTeamId }: Pair) => `${waitingTeamId} ${blockingTeamId}`;

/** Estimates anew the quotes of these pairs, whose waits have changed, and of those that stand no more. To be called after the waits have been written. */
export async function renewQuotes(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  changed: readonly Pair[],
  clock: OrganizationClock,
  now: number,
): Promise<void> {
  const { organization_id } = derived;
  const outdated = await sql<Pair>`
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId" from pair_quote
    where organization_id = ${organization_id} and (drops_on <= ${isoDayOf(dayOf(clock, now))} or outlasts_at <= ${new Date(now)})
  `.execute(trx);
  const pairs = [...new Map([...changed, ...outdated.rows].map((pair) => [nameOf(pair), pair])).values()];
  if (pairs.length === 0) return;

  const teams = [...new Set(pairs.flatMap(({ waitingTeamId, blockingTeamId }) => [waitingTeamId, blockingTeamId]))].sort();
  const where = sql`(pack.waiting_team_id, pack.blocking_team_id) in (
    select * from unnest(${pairs.map(({ waitingTeamId }) => waitingTeamId)}::uuid[], ${pairs.map(({ blockingTeamId }) => blockingTeamId)}::uuid[])
  )`;
  // What ended before the oldest that counts began neither counts nor is gone on with.
  const { rows } = await sql<WaitRow>`
    select issue_id, extract(epoch from from_at)::float8 * 1000 as begun, extract(epoch from to_at)::float8 * 1000 as ended, waiting_team_id, blocking_team_id
    from ${waitSpans(organization_id, { where })}
    where to_at is null or to_at >= ${new Date(midnightOf(clock, dayOf(clock, now) - quoteDays))}
    order by issue_id, from_at
  `.execute(trx);
  const quotes = deriveQuotes(clock, columnsOf(rows, teams), teams.length, now);
  const ids = { teams, issues: [], projects: [], initiatives: [], people: [] };
  const renewed = [...quoteRows(derived, ids, quotes)];
  const kept = new Set(renewed.map((row) => `${row.waiting_team_id} ${row.blocking_team_id}`));
  await deleteKeys(
    trx,
    organization_id,
    'pair_quote',
    { waiting_team_id: 'uuid', blocking_team_id: 'uuid' },
    pairs
      .filter((pair) => !kept.has(nameOf(pair)))
      .map(({ waitingTeamId, blockingTeamId }) => ({ waiting_team_id: waitingTeamId, blocking_team_id: blockingTeamId })),
  );
  await upsertRows(trx, 'pair_quote', renewed);
}

interface WaitRow {
  readonly issue_id: string;
  /** Milliseconds. */
  readonly begun: number;
  readonly ended: number | null;
  readonly waiting_team_id: string;
  readonly blocking_team_id: string;
}

/** As the engine has waits, as far as quotes look at them. */
function columnsOf(rows: readonly WaitRow[], teams: readonly string[]): WaitColumns {
  const placeOf = new Map(teams.map((id, place) => [id, place]));
  let issue = -1;
  return {
    count: rows.length,
    issue: Int32Array.from(rows, ({ issue_id }, row) => (row > 0 && rows[row - 1]?.issue_id === issue_id ? issue : ++issue)),
    from: Float64Array.from(rows, ({ begun }) => begun),
    to: Float64Array.from(rows, ({ ended }) => ended ?? Number.POSITIVE_INFINITY),
    waitingTeam: Int32Array.from(rows, ({ waiting_team_id }) => placeOf.get(waiting_team_id) as number),
    blockingTeam: Int32Array.from(rows, ({ blocking_team_id }) => placeOf.get(blocking_team_id) as number),
    share: new Float64Array(rows.length),
    phase: new Uint8Array(rows.length),
    anatomy: new Uint8Array(rows.length),
    blockerOffset: new Int32Array(rows.length + 1),
    blocker: new Int32Array(0),
  };
}
