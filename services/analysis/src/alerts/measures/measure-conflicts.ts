import { decideDateConflict, edgeOf } from '@speedtax/domain';
import { listPlannedDependencies } from '@speedtax/storage/analytics';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';

/** How many blockers of an initiative are due after what they block, or after its target. */
export async function measureConflicts({
  trx,
  organizationId,
  dataCutOffAt,
  calendar,
  subjects,
}: MeasureScope): Promise<Map<string, Figure>> {
  const initiatives = subjects.filter(({ kind }) => kind === 'initiative').map(({ id }) => id);
  const planned = await listPlannedDependencies(trx, organizationId, initiatives, { at: dataCutOffAt, timeZone: calendar.timeZone });
  const conflicting = planned.filter(
    ({ blocker, blocked, initiativeTargetOn }) => decideDateConflict(blocker, blocked, initiativeTargetOn).reasons.length > 0,
  );
  return new Map(
    [...Map.groupBy(conflicting, ({ initiativeId }) => initiativeId)].map(([id, rows]) => [
      id,
      {
        value: new Set(rows.map(({ blockerIssueId }) => blockerIssueId)).size,
        edges: rows.map(({ blockerIssueId, blockedIssueId }) => edgeOf(blockerIssueId, blockedIssueId)),
      },
    ]),
  );
}
