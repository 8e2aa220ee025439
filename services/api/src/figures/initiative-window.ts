import { dayNumberOf } from '@speedtax/domain';
import { findFirstInitiativeDay } from '@speedtax/storage/analytics';
import { type FigureWindow, makeWindow, resolveWindow } from './figure-window.ts';
import { dayAt } from './organization-clocks.ts';
import type { FigureBasis } from './read-figures.ts';

/** The days asked for; by default the whole life of the initiative, or of all of them. */
export async function resolveInitiativeWindow(
  { trx, organizationId, calendar, dataCutOffAt }: FigureBasis,
  asked: { from?: string | undefined; to?: string | undefined },
  initiativeId?: string,
): Promise<FigureWindow> {
  if (asked.from !== undefined) return resolveWindow(asked, calendar, dataCutOffAt);
  const first = await findFirstInitiativeDay(trx, organizationId, initiativeId);
  const toDay = asked.to === undefined ? dayAt(calendar, dataCutOffAt) + 1 : dayNumberOf(asked.to);
  const fromDay = first === null ? toDay - 1 : dayNumberOf(first);
  return makeWindow(Math.min(fromDay, toDay - 1), toDay, calendar, dataCutOffAt);
}
