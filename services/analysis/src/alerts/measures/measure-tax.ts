import { dayMs, dayNumberOf, dayOf, isoDayOf, makeClockCovering, measuresOf, sumWindow } from '@speedtax/domain';
import { listOpenSums, listSubjectSums } from '@speedtax/storage/analytics';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';

type Measure = (typeof measuresOf)['team'][number];

/** The speed tax of each team over the last days, in per cent. Where nothing was in play there is none. */
export async function measureTax({ trx, organizationId, dataCutOffAt, calendar, withinDays }: MeasureScope): Promise<Map<string, Figure>> {
  const now = dataCutOffAt.getTime();
  const today = dayOf(makeClockCovering(calendar.timeZone, now, now), now);
  const window = { fromDay: today + 1 - withinDays, toDay: today + 1 };
  const ended = await listSubjectSums(trx, organizationId, 'team', { fromDay: isoDayOf(window.fromDay), toDay: isoDayOf(window.toDay) });
  const open = await listOpenSums(trx, organizationId, 'team');
  const firstDay = Math.min(window.fromDay, ...open.map(({ sinceDay }) => dayNumberOf(sinceDay)));
  const clock = makeClockCovering(calendar.timeZone, (firstDay - 1) * dayMs, now + dayMs, calendar.working);
  const sums = sumWindow<string, Measure>(
    clock,
    window,
    now,
    ended.map(({ aId, values }) => ({
      day: window.fromDay,
      key: aId,
      values: Object.fromEntries(measuresOf.team.map((name, k) => [name, values[k] ?? 0])) as Record<Measure, number>,
    })),
    open.map((sum) => ({ ...sum, sinceDay: dayNumberOf(sum.sinceDay), key: sum.aId, measure: sum.measure as Measure })),
  );
  return new Map(
    [...sums].flatMap(([id, { inPlayMs = 0, heldMs = 0, draggingMs = 0 }]): [string, Figure][] =>
      inPlayMs > 0 ? [[id, { value: Math.round(((heldMs + draggingMs) / inPlayMs) * 1000) / 10, edges: [] }]] : [],
    ),
  );
}
