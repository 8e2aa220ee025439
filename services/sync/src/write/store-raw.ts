import { forgetFormerNames, listRawItemsOf, type RawItem, upsertRawItems } from '@speedtax/storage/facts';
import type { KeptItem } from '@speedtax/trackers';
import type { PageWrite } from './page-write.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

/** Keeps a page of items under the names their tracker gives them, and what was learned from them. */
export async function storeRaw(write: PageWrite, items: readonly unknown[], learned: readonly KeptItem[]): Promise<SyncProblem[]> {
  const { trx, place, tracker, phase, fetchedAt } = write;
  const kept = items.flatMap((payload): RawItem[] => {
    const name = tracker.keep(phase, payload);
    return name ? [{ ...name, payload }] : [];
  });
  const { rejected } = await upsertRawItems(trx, place, [...kept, ...learned], fetchedAt);
  await forgetRenamed(write, kept);
  return rejected.map((row) => rejectedRowProblem('raw item', row));
}

/** Of kept items that are mapped again, some are known by another name by now. */
export async function renameRaw(write: PageWrite, items: readonly RawItem[]): Promise<void> {
  const { trx, place, tracker, phase, fetchedAt } = write;
  const renamed = items.flatMap(({ kind, payload }): RawItem[] => {
    const name = tracker.keep(phase, payload);
    return name && name.kind !== kind ? [{ ...name, payload }] : [];
  });
  await upsertRawItems(trx, place, renamed, fetchedAt);
  await forgetRenamed(write, renamed);
}

/** What belongs to the items of a page, by their ids. */
export async function findCompanions(
  { trx, place, tracker, phase }: PageWrite,
  items: readonly unknown[],
): Promise<(item: unknown) => unknown> {
  if (!phase.companion) return () => undefined;
  const idOf = (item: unknown) => tracker.keep(phase, item)?.externalId;
  const ids = items.map(idOf).filter((id) => id !== undefined);
  const found = await listRawItemsOf(trx, place, phase.companion, ids);
  const byId = new Map(found.map(({ externalId, payload }) => [externalId, payload]));
  return (item) => byId.get(idOf(item) ?? '');
}

/** An issue may turn out to be a plan, or a plan an issue: it is kept once. */
async function forgetRenamed({ trx, place, phase }: PageWrite, items: readonly RawItem[]): Promise<void> {
  if (phase.keeps.length > 1 && phase.yields.includes('issue_key')) await forgetFormerNames(trx, place, items, phase.keeps);
}
