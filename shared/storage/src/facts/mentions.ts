import { sql } from 'kysely';
import type { MentionEvidence, MentionPlace, MentionSide } from '../tables.ts';
import type { FactPlace } from './fact-place.ts';
import { type FactTransaction, upsertFacts } from './upsert-facts.ts';

/** A mention as an issue has it now, or as its history tells it. */
export interface ToldMention {
  readonly id: string;
  readonly external_id: string;
  readonly issue_id: string;
  readonly place: MentionPlace;
  readonly site: string | null;
  readonly key: string | null;
  readonly far_external_id: string | null;
  readonly url: string | null;
  readonly side: MentionSide | null;
  readonly stub_id: string;
  /** null: not told. It is known from `seen_at` on, or from when it was first seen. */
  readonly from_at: string | null;
  readonly to_at: string | null;
  readonly evidence: MentionEvidence;
  /** Since when it must have been there, being there now. */
  readonly seen_at: string;
}

export interface MentionUpdate {
  readonly mentions: readonly ToldMention[];
  /** Issues of which those are all in some places: what else is known there is over. */
  readonly completeFor: readonly string[];
  readonly places: readonly MentionPlace[];
  /** When those that are not told any more were found gone. */
  readonly goneAt: Date;
}

/** Stores what issues say of issues of other trackers. What was seen and is gone is kept, with its end; saying it again changes nothing. */
export async function storeMentions(
  trx: FactTransaction,
  place: FactPlace,
  { mentions, completeFor, places, goneAt }: MentionUpdate,
): Promise<void> {
  const issueIds = [...new Set([...completeFor, ...mentions.map(({ issue_id }) => issue_id)])];
  if (issueIds.length === 0) return;
  const known = await listKnown(trx, place, issueIds);
  const rows = mentions.map((mention) => dated(mention, known));
  await upsertFacts(trx, place, 'issue_mention', rows);
  const told = new Set(rows.map(keyOf));
  const complete = new Set(completeFor);
  const untold = known.filter((row) => complete.has(row.issue_id) && places.includes(row.place) && !told.has(keyOf(row)));
  // A history tells all of the past: what it does not tell any more never was.
  await remove(
    trx,
    place,
    untold.filter(({ evidence }) => evidence === 'history'),
  );
  await end(
    trx,
    place,
    untold.filter(({ evidence, to_at }) => evidence !== 'history' && to_at === null),
    goneAt,
  );
}

/** By our ids. */
export async function endMentions(trx: FactTransaction, place: FactPlace, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update issue_mention set to_at = greatest(from_at, ${at})
    where organization_id = ${place.organizationId} and connection_id = ${place.connectionId} and id = any(${ids}::uuid[]) and to_at is null
  `.execute(trx);
}

type KnownMention = Pick<ToldMention, 'issue_id' | 'external_id' | 'place' | 'evidence'> & { from_at: Date; to_at: Date | null };

async function listKnown(trx: FactTransaction, { organizationId }: FactPlace, issueIds: readonly string[]): Promise<KnownMention[]> {
  const { rows } = await sql<KnownMention>`
    select issue_id, external_id, place, evidence, from_at, to_at from issue_mention
    where organization_id = ${organizationId} and issue_id = any(${issueIds}::uuid[])
  `.execute(trx);
  return rows;
}

/** What has no date of its own is known since it was first seen. */
function dated({ seen_at, ...mention }: ToldMention, known: readonly KnownMention[]) {
  if (mention.from_at !== null) return { ...mention, from_at: mention.from_at };
  const standing = known.find((row) => row.issue_id === mention.issue_id && row.external_id === mention.external_id && row.to_at === null);
  return { ...mention, from_at: standing?.from_at ?? seen_at };
}

function keyOf({ issue_id, external_id, from_at }: { issue_id: string; external_id: string; from_at: string | Date }): string {
  return `${issue_id} ${external_id} ${new Date(from_at).getTime()}`;
}

async function remove(trx: FactTransaction, { organizationId }: FactPlace, rows: readonly KnownMention[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`delete from issue_mention m using ${given(rows)} where ${isGiven(organizationId)}`.execute(trx);
}

async function end(trx: FactTransaction, { organizationId }: FactPlace, rows: readonly KnownMention[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`update issue_mention m set to_at = greatest(m.from_at, ${at}) from ${given(rows)} where ${isGiven(organizationId)}`.execute(
    trx,
  );
}

function given(rows: readonly KnownMention[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s(issue_id uuid, external_id text, from_at timestamptz)`;
}

function isGiven(organizationId: string) {
  return sql`m.organization_id = ${organizationId} and m.issue_id = s.issue_id and m.external_id = s.external_id and m.from_at = s.from_at`;
}
