import { type Edge, edgeOf } from '@speedtax/domain';
import type { BlockingEdges } from '@speedtax/storage/alerts';

/** By initiative. */
export function edgesOf(blocking: readonly BlockingEdges[]): Map<string, Edge[]> {
  return new Map(
    [...Map.groupBy(blocking, ({ initiativeId }) => initiativeId)].map(([id, rows]) => [
      id,
      rows.flatMap(({ blockerIssueId, blockedIssueIds }) => blockedIssueIds.map((blocked) => edgeOf(blockerIssueId, blocked))),
    ]),
  );
}
