import { sql, type Transaction } from 'kysely';
import { readCopy } from '../derived/read-copy.ts';
import type { Tables } from '../tables.ts';

/** What began and ended in some initiatives, ascending. */
export type Plays = ReadonlyMap<string, Float64Array>;

export async function readPlays(trx: Transaction<Tables>, organizationId: string, initiativeIds: readonly string[]): Promise<Plays> {
  const months = new Map<string, Float64Array[]>(initiativeIds.map((id) => [id, []]));
  if (initiativeIds.length === 0) return new Map();
  // Millions of events in a large company: as text they would be read for longer than all that is done with them.
  const query = sql`
    select initiative_id, events from initiative_play
    where organization_id = ${sql.lit(organizationId)} and initiative_id = any(${sql.lit(`{${initiativeIds.join()}}`)}::uuid[])
    order by initiative_id, month`;
  await readCopy(trx, query, (row) => {
    const [view, start] = [row.view, row.startOf(1)];
    const events = new Float64Array(row.lengthOf(1) / Float64Array.BYTES_PER_ELEMENT);
    for (let k = 0; k < events.length; k++) events[k] = view.getFloat64(start + k * Float64Array.BYTES_PER_ELEMENT, true);
    months.get(row.uuid(0))?.push(events);
  });
  return new Map([...months].map(([id, parts]) => [id, joined(parts)]));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/** Before anything happened in any of these; Infinity: nothing did. */
export async function findFirstPlayAt(trx: Transaction<Tables>, organizationId: string, initiativeIds: readonly string[]): Promise<number> {
  if (initiativeIds.length === 0) return Number.POSITIVE_INFINITY;
  const { rows } = await sql<{ month: string | null }>`
    select min(month) as month from initiative_play where organization_id = ${organizationId} and initiative_id = any(${initiativeIds}::uuid[])
  `.execute(trx);
  const month = rows[0]?.month ?? null;
  return month === null ? Number.POSITIVE_INFINITY : Date.parse(month);
}
