import { listRawItemsOf } from '@speedtax/storage/facts';
import type { KeptItem, Phase } from '@speedtax/trackers';
import type { PageWrite } from '../write/page-write.ts';
import { storeTogether } from '../write/store-items.ts';
import { commitPage } from './commit-page.ts';
import { listKept } from './open-tracker.ts';
import type { PhaseOutcome, Run } from './run.ts';

const batchSize = 2_000;

/**
 * Fetches nothing: what is kept of some things is put together, and what it says replaces what was there.
 * @param source whether the tracker has told something since, or the same is understood in another way
 */
export async function readStored(
  run: Run,
  phase: Phase,
  from: Record<string, unknown>,
  { cursor = phase.name, source = 'tracker' as PageWrite['source'] } = {},
): Promise<PhaseOutcome> {
  const { context, place } = run;
  const items = await listKept(context, place, phase.keeps);
  const companions = phase.companion === undefined ? [] : await listCompanions(run, phase.companion, items);
  await commitPage(run, phase, { from, to: from, isLast: true, items: 0, cursor, source }, (write) =>
    storeTogether(write, [...items, ...companions]),
  );
  return 'complete';
}

async function listCompanions({ context, place }: Run, kind: string, items: readonly KeptItem[]): Promise<KeptItem[]> {
  const companions: KeptItem[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    const ids = items.slice(at, at + batchSize).map(({ externalId }) => externalId);
    const found = await context.database.inOrganization(place.organizationId, (trx) => listRawItemsOf(trx, place, kind, ids), {
      readOnly: true,
    });
    companions.push(...found);
  }
  return companions;
}
