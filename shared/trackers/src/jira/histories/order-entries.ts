import type { ChangeItem, HistoryEntry } from '../payloads/changelog.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { type ChangedField, changedFieldOf } from './change-item.ts';

/** One changed field, with the instant and the entry that tell it. */
export interface DatedItem {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly entryId: string;
  readonly field: ChangedField;
  readonly item: ChangeItem;
}

/**
 * All that changed of one issue, as far as it matters here, in order of time, whatever order it came in. Ids decide only among
 * entries of one instant: those of imported histories run against time.
 */
export function orderEntries(site: JiraSite, histories: readonly HistoryEntry[]): DatedItem[] {
  const dated: (DatedItem & { readonly number: number })[] = [];
  for (const { id, created, items } of histories) {
    const [at, number] = [Date.parse(created), Number(id)];
    for (const item of items) {
      const field = changedFieldOf(site, item);
      if (field !== null) dated.push({ at, number, entryId: id, field, item });
    }
  }
  return dated.sort((a, b) => a.at - b.at || a.number - b.number);
}
