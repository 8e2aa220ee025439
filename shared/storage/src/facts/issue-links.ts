import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import { type FactRow, type FactTransaction, upsertFacts } from './upsert-facts.ts';

export type IssueLinkFact = Omit<FactRow<'issue_link'>, 'seen_sync_id'>;

/** The two ends of links that were added, changed or removed. */
export interface LinkDifference {
  readonly touchedIssueIds: readonly string[];
}

/**
 * Stores links. Where `completeFor` names issues, the links given are all that these have: others of theirs are gone.
 */
export async function storeIssueLinks(
  trx: FactTransaction,
  place: FactPlace,
  syncId: string,
  links: readonly IssueLinkFact[],
  completeFor: readonly string[] = [],
): Promise<LinkDifference> {
  const known = await listLinks(trx, place, links, completeFor);
  const knownById = new Map(known.map((link) => [link.id, link]));
  const new_ = links.filter((link) => {
    const before = knownById.get(link.id);
    return before?.blocker_issue_id !== link.blocker_issue_id || before.blocked_issue_id !== link.blocked_issue_id;
  });
  const given = new Set(links.map(({ id }) => id));
  const complete = new Set(completeFor);
  const gone = known.filter(
    ({ id, blocker_issue_id, blocked_issue_id }) => !given.has(id) && (complete.has(blocker_issue_id) || complete.has(blocked_issue_id)),
  );
  await upsertFacts(
    trx,
    place,
    'issue_link',
    links.map((link) => ({ ...link, seen_sync_id: syncId })),
    { compare: ['external_id', 'blocker_issue_id', 'blocked_issue_id', 'created_at'] },
  );
  const removed = await deleteIssueLinks(
    trx,
    place,
    gone.map(({ id }) => id),
  );
  return { touchedIssueIds: [...new Set([...endsOf(new_), ...removed.touchedIssueIds])] };
}

export async function deleteIssueLinks(trx: FactTransaction, place: FactPlace, linkIds: readonly string[]): Promise<LinkDifference> {
  if (linkIds.length === 0) return { touchedIssueIds: [] };
  const { rows } = await sql<LinkEnds>`
    delete from issue_link
    where organization_id = ${place.organizationId} and connection_id = ${place.connectionId} and id = any(${linkIds}::uuid[])
    returning blocker_issue_id, blocked_issue_id
  `.execute(trx);
  return { touchedIssueIds: [...new Set(endsOf(rows))] };
}

interface LinkEnds {
  blocker_issue_id: string;
  blocked_issue_id: string;
}

function endsOf(links: readonly LinkEnds[]): string[] {
  return links.flatMap(({ blocker_issue_id, blocked_issue_id }) => [blocker_issue_id, blocked_issue_id]);
}

async function listLinks(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  links: readonly IssueLinkFact[],
  issueIds: readonly string[],
): Promise<(LinkEnds & { id: string })[]> {
  const { rows } = await sql<LinkEnds & { id: string }>`
    select id, blocker_issue_id, blocked_issue_id from issue_link where organization_id = ${organizationId} and id = any(${links.map(({ id }) => id)}::uuid[])
    union
    select id, blocker_issue_id, blocked_issue_id from issue_link where organization_id = ${organizationId} and blocker_issue_id = any(${issueIds}::uuid[])
    union
    select id, blocker_issue_id, blocked_issue_id from issue_link where organization_id = ${organizationId} and blocked_issue_id = any(${issueIds}::uuid[])
  `.execute(trx);
  return rows;
}
