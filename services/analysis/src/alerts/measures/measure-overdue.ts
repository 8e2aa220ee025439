import { edgeOf, elapsedAt, makeClockCovering } from '@speedtax/domain';
import { listLastingWaits } from '@speedtax/storage/alerts';
import { listPairQuotes } from '@speedtax/storage/analytics';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';

/** How many waits of a subject last longer than 85 of 100 waits of their pair do. A pair without such a figure has none. */
export async function measureOverdue(scope: MeasureScope): Promise<Map<string, Figure>> {
  const { trx, organizationId, dataCutOffAt, calendar, subjects } = scope;
  const waits = await listLastingWaits(trx, organizationId, { dataCutOffAt });
  const quotes = await listPairQuotes(trx, organizationId);
  const usualMs = new Map(quotes.map(({ waitingTeamId, blockingTeamId, p85Ms }) => [`${waitingTeamId} ${blockingTeamId}`, p85Ms]));
  const now = dataCutOffAt.getTime();
  const first = waits.reduce((earliest, { since }) => Math.min(earliest, since.getTime()), now);
  const clock = makeClockCovering(calendar.timeZone, first, now, calendar.working);
  const overdue = waits.filter(({ waitingTeamId, blockingTeamId, since }) => {
    const usual = usualMs.get(`${waitingTeamId} ${blockingTeamId}`) ?? null;
    return usual !== null && elapsedAt(clock, now) - elapsedAt(clock, since.getTime()) > usual;
  });
  return new Map(
    subjects.flatMap((subject): [string, Figure][] => {
      const projects = new Set(subject.projectIds);
      const own = overdue.filter(({ waitingTeamId, projectId }) =>
        subject.kind === 'team' ? waitingTeamId === subject.id : projectId !== null && projects.has(projectId),
      );
      const edges = own.flatMap(({ blockerIssueIds, issueId }) => blockerIssueIds.map((blocker) => edgeOf(blocker, issueId)));
      return own.length === 0 ? [] : [[subject.id, { value: own.length, edges }]];
    }),
  );
}
