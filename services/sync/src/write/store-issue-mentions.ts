import { storeMentions } from '@speedtax/storage/facts';
import { deriveId, externalIdOf } from '@speedtax/trackers';
import type { CollectedRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';

/** What a page of items says of issues of other trackers. Where its items tell all that an issue names somewhere, the rest is over. */
export async function storeIssueMentions(
  { trx, place, phase, readAt }: PageWrite,
  items: readonly unknown[],
  rows: CollectedRows,
): Promise<void> {
  const places = phase.mentionsIn ?? [];
  const ids = places.length === 0 ? [] : items.map(externalIdOf).filter((id) => id !== undefined);
  await storeMentions(trx, place, {
    mentions: rows.of('issue_mention'),
    completeFor: ids.map((id) => deriveId(place.connectionId, 'issue', id)),
    places,
    goneAt: readAt,
  });
}
