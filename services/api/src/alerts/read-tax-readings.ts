import { midnightOf, type Reading } from '@speedtax/domain';
import type { DatabaseTransaction, LatestAnalysis } from '@speedtax/storage/analytics';
import { calendarOf, getOrganizationSettings } from '@speedtax/storage/organization';
import { makeWindow } from '../figures/figure-window.ts';
import { dayAt } from '../figures/organization-clocks.ts';
import { sumSubjects } from '../figures/sum-subjects.ts';

interface Question {
  readonly analysis: LatestAnalysis;
  readonly from: Date;
  /** Over so many days, the last of them being the one that has just ended. */
  readonly withinDays: number;
}

/** The speed tax of each team as it was at every midnight up to the data cut-off, in per cent; 0 where nothing was in play, as for a rule. */
export async function readTaxReadings(
  trx: DatabaseTransaction,
  organizationId: string,
  { analysis, from, withinDays }: Question,
): Promise<Map<string, Reading[]>> {
  const { dataCutOffAt } = analysis;
  const calendar = analysis.calendar ?? calendarOf(await getOrganizationSettings(trx, organizationId));
  const readings = new Map<string, Reading[]>();
  const [firstDay, lastDay] = [dayAt(calendar, from), dayAt(calendar, dataCutOffAt)];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const window = makeWindow(day - withinDays, day, calendar, dataCutOffAt);
    const at = midnightOf(window.clock, day);
    for (const { aId, measures } of await sumSubjects(trx, organizationId, 'team', window, dataCutOffAt)) {
      const ofTeam = readings.get(aId) ?? [{ at: from.getTime(), value: 0 }];
      readings.set(aId, ofTeam);
      ofTeam.push({ at: Math.max(at, from.getTime()), value: taxOf(measures) });
    }
  }
  return readings;
}

function taxOf({ inPlayMs, heldMs, draggingMs }: { inPlayMs: number; heldMs: number; draggingMs: number }): number {
  return inPlayMs > 0 ? Math.round(((heldMs + draggingMs) / inPlayMs) * 1000) / 10 : 0;
}
