import { endpoints } from '@speedtax/contract';
import { isoDayOf } from '@speedtax/domain';
import { findInitiativeAnatomy, listInitiativeBlockerIntervals } from '@speedtax/storage/analytics';
import { cutIntoBuckets } from '../figures/calendar-buckets.ts';
import { checkInitiative } from '../figures/check-initiative.ts';
import { resolveInitiativeWindow } from '../figures/initiative-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { sumBuckets } from '../figures/sum-buckets.ts';
import { route } from '../http/route.ts';

/** Latest first; older ones are in the days, not by name. */
const maxBlockerIntervals = 1_000;

export const getInitiativeTimeline = route(endpoints.getInitiativeTimeline, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, analysis, dataCutOffAt } = basis;
    await checkInitiative(basis, id);
    const window = await resolveInitiativeWindow(basis, query, id);
    const buckets = cutIntoBuckets(window.fromDay, window.toDay, 'day');
    const question = { window, dataCutOffAt, buckets, of: { part: 0, id } } as const;
    const clock = await sumBuckets(trx, organizationId, { ...question, subject: 'initiative' });
    const issueTime = await sumBuckets(trx, organizationId, { ...question, subject: 'initiativeTeam' });
    const blockers = await listInitiativeBlockerIntervals(trx, organizationId, id, { window: window.instants, limit: maxBlockerIntervals });
    const anatomy = await findInitiativeAnatomy(trx, organizationId, id, window.instants);
    return {
      from: window.from,
      to: window.to,
      dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
      days: buckets.map(({ fromDay }, k) => ({
        day: isoDayOf(fromDay),
        inPlayMs: Math.round(issueTime[k]?.inPlayMs ?? 0),
        waitingMs: Math.round(issueTime[k]?.waitingMs ?? 0),
        clockWaitingMs: Math.round(clock[k]?.clockWaitingMs ?? 0),
        stalledMs: Math.round(clock[k]?.stalledMs ?? 0),
      })),
      blockers: blockers.map(({ from, to, ...blocker }) => ({ ...blocker, from: from.toISOString(), to: to?.toISOString() ?? null })),
      anatomy: {
        unacceptedMs: Math.round(anatomy.unaccepted),
        queuedMs: Math.round(anatomy.queued),
        inWorkMs: Math.round(anatomy.in_work),
      },
    };
  }),
);
