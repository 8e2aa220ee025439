import type { ChangeItem, HistoryEntry } from '../payloads/changelog.ts';

/** One changed field, with the instant and the entry that tell it. */
export interface DatedItem {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly entryId: string;
  readonly item: ChangeItem;
}

/**
 * All changed fields of one issue in order of time, whatever order they came in. Ids decide only among entries of one instant:
 * those of imported histories run against time.
 */
export function orderEntries(histories: readonly HistoryEntry[]): DatedItem[] {
  return histories
    .map((entry) => ({ at: Date.parse(entry.created), number: Number(entry.id), entry }))
    .sort((a, b) => a.at - b.at || a.number - b.number)
    .flatMap(({ at, entry }) => entry.items.map((item) => ({ at, entryId: entry.id, item })));
}
