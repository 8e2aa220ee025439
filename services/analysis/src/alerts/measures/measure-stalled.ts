import { dayMs, dayNumberOf, dayOf, growOpenSum, makeClockCovering } from '@speedtax/domain';
import { listBlockingEdges } from '@speedtax/storage/alerts';
import { listOpenSums } from '@speedtax/storage/analytics';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';
import { edgesOf } from './edges-of.ts';

/** For how many days each initiative has been stalled, without a break, up to now. */
export async function measureStalled({ trx, organizationId, dataCutOffAt, calendar }: MeasureScope): Promise<Map<string, Figure>> {
  const lasting = (await listOpenSums(trx, organizationId, 'initiative')).filter(({ measure }) => measure === 'stalledMs');
  if (lasting.length === 0) return new Map();
  const now = dataCutOffAt.getTime();
  const firstDay = Math.min(...lasting.map(({ sinceDay }) => dayNumberOf(sinceDay)));
  const clock = makeClockCovering(calendar.timeZone, (firstDay - 1) * dayMs, now, calendar.working);
  const window = { fromDay: firstDay, toDay: dayOf(clock, now) + 1 };
  const edges = edgesOf(await listBlockingEdges(trx, organizationId));
  return new Map(
    lasting.map((sum): [string, Figure] => {
      const stalledMs = growOpenSum(clock, window, now, { ...sum, sinceDay: dayNumberOf(sum.sinceDay) });
      return [sum.aId, { value: stalledMs / dayMs, edges: edges.get(sum.aId) ?? [] }];
    }),
  );
}
