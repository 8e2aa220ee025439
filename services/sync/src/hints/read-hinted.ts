import { deleteSyncHints, listSyncHints, type NotedHint, openSyncCursor } from '@speedtax/storage/facts';
import { deriveId, externalIdOf, type Phase } from '@speedtax/trackers';
import { commitPage } from '../step/commit-page.ts';
import { keepInScope } from '../step/keep-in-scope.ts';
import { fetchIssues, storeShownIssues } from '../step/read-shown-issues.ts';
import type { Run } from '../step/run.ts';
import { sweepOf } from '../step/sweeps.ts';
import type { PageWrite } from '../write/page-write.ts';
import { maxTargetedIssues } from './decide-hints.ts';

const cursor = 'hints';

/**
 * Reads the issues that the tracker has hinted at. One that it calls deleted, and does not show, is taken for deleted.
 * @returns what they leave to be read: whom they name, when they changed and, where plans are among them, what those come to
 */
export async function readHinted(run: Run): Promise<readonly Phase[]> {
  const { context, place, sync, plan } = run;
  const phase = plan.find(({ name }) => name === 'issues');
  if (!phase) throw new Error("The plan: expected a phase 'issues'");
  const hints = await context.database.inOrganization(place.organizationId, async (trx) => {
    await openSyncCursor(trx, place, { phase: cursor, syncId: sync.id, position: {} });
    return listSyncHints(trx, place, maxTargetedIssues);
  });
  const asked = hints.filter(({ subject }) => subject === 'issue');
  const shown = await fetchIssues(
    run,
    asked.map(({ externalId }) => externalId),
  );
  const items = await keepInScope(run, phase, shown);
  await commitPage(run, phase, { from: {}, to: {}, isLast: true, items: items.length, cursor }, async (write) => {
    const problems = await storeShownIssues(write, items);
    await removeDeleted(write, plan, asked, shown);
    await deleteSyncHints(write.trx, place, asked);
    return problems;
  });
  const isPlan = (item: unknown) => run.tracker.keep(phase, item)?.kind !== phase.keeps[0];
  const touchesPlans = shown.length < asked.length || items.some(isPlan);
  return plan.filter(({ reading }) => reading === 'unseen' || reading === 'histories' || (reading === 'stored' && touchesPlans));
}

async function removeDeleted(write: PageWrite, plan: readonly Phase[], asked: readonly NotedHint[], items: readonly unknown[]) {
  const shown = new Set(items.map(externalIdOf));
  const gone = asked.filter(({ externalId, saysDeleted }) => saysDeleted && !shown.has(externalId));
  const sweep = plan.find(({ name }) => name === 'deleted-issues');
  if (gone.length === 0 || !sweep) return;
  const ids = gone.map(({ externalId }) => deriveId(write.place.connectionId, 'issue', externalId));
  await sweepOf(sweep).remove({ ...write, phase: sweep }, ids);
}
