import type { IssueWaits } from '@speedtax/contract';
import { elapsedAt, type OrganizationClock } from '@speedtax/domain';
import type { IssueFlag } from '@speedtax/storage/analytics';

/** When an issue was flagged, within a window. */
export function presentFlags(
  flags: readonly IssueFlag[],
  { from, to, knots }: { from: Date; to: Date } & Pick<OrganizationClock, 'knots'>,
): IssueWaits['flags'] {
  return flags.map(({ fromAt, toAt, teamId }) => {
    const begin = Math.max(fromAt.getTime(), from.getTime());
    const end = Math.min(toAt?.getTime() ?? Number.POSITIVE_INFINITY, to.getTime());
    return {
      from: new Date(begin).toISOString(),
      to: toAt === null && end === to.getTime() ? null : new Date(end).toISOString(),
      durationMs: Math.round(elapsedAt({ knots }, end) - elapsedAt({ knots }, begin)),
      teamId,
    };
  });
}
