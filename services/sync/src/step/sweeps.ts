import {
  attachmentsSwept,
  closeDeletedIssues,
  deleteIssueLinks,
  deleteRawItems,
  endMentions,
  issueLinksSwept,
  openIssuesAndPlansSwept,
  openIssuesSwept,
  putHistoriesBehind,
  type SweptTable,
} from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import type { PageWrite } from '../write/page-write.ts';
import { settleIssues } from '../write/settle-issues.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { readShownIssues, storeShownIssues } from './read-shown-issues.ts';
import type { Run } from './run.ts';

/** What is swept, and what becomes of that which the tracker no longer has. */
export interface Sweep {
  readonly table: SweptTable;
  remove(write: PageWrite, ids: readonly string[]): Promise<void>;
  /** However much is missing: it ends with the right to see it, too. */
  readonly believesAll?: boolean;
  /** What the tracker shows and we lack, where pages of the sweep do not bring it themselves. */
  readonly shown?: {
    read(run: Run, externalIds: readonly string[]): Promise<unknown[]>;
    store(write: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]>;
  };
}

export function sweepOf(phase: Phase): Sweep {
  if (phase.name === 'attachments') return attachments;
  if (phase.name === 'issue-links') return issueLinks;
  if (phase.name === 'deleted-issues') return phase.yields.includes('project') ? { ...issues, table: openIssuesAndPlansSwept } : issues;
  throw new Error(`Phase ${phase.name}: expected one that is swept (issue-links, attachments, deleted-issues)`);
}

const issueLinks: Sweep = {
  table: issueLinksSwept,
  async remove({ trx, place, readAt }, ids) {
    const { touchedIssueIds } = await deleteIssueLinks(trx, place, ids);
    await putHistoriesBehind(trx, place, touchedIssueIds);
    await settleIssues(trx, place, touchedIssueIds, readAt);
  },
};

const attachments: Sweep = {
  table: attachmentsSwept,
  believesAll: true,
  async remove({ trx, place, readAt }, ids) {
    await endMentions(trx, place, ids, readAt);
  },
};

const issues: Sweep = {
  table: openIssuesSwept,
  async remove(write, ids) {
    const { trx, place, readAt } = write;
    await closeDeletedIssues(trx, place, ids, readAt);
    await forgetPlans(write, ids);
  },
  shown: { read: readShownIssues, store: storeShownIssues },
};

/** Plans are what is kept of them: they are gone when that is put together the next time. */
async function forgetPlans({ trx, place, tracker, phase }: PageWrite, ids: readonly string[]): Promise<void> {
  const kinds = tracker.plan.filter(({ reading }) => reading === 'stored').flatMap(({ keeps }) => keeps);
  if (kinds.length === 0) return;
  const gone = await sweepOf(phase).table.listByIds(trx, place, ids);
  await deleteRawItems(
    trx,
    place,
    kinds,
    gone.map(({ externalId }) => externalId),
  );
}
