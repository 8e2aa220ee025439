import { dayNumberOf, isoDayOf } from '@speedtax/domain';
import type { FigureWindow } from '../figures/figure-window.ts';
import { makeWindow, resolveWindow } from '../figures/figure-window.ts';
import { dayAt } from '../figures/organization-clocks.ts';
import type { FigureBasis } from '../figures/read-figures.ts';

export interface PackRange {
  /** Null where days were asked for. */
  readonly quarter: string | null;
  readonly window: FigureWindow;
  readonly before: FigureWindow;
}

interface Asked {
  readonly quarter?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const monthsPerQuarter = 3;

/**
 * The days of a pack and those it is compared with: a quarter and the one before, or as many days before. Without a wish the
 * last quarter that has ended by the data cut-off.
 * @throws HttpProblem 400 naming the bad end
 */
export function resolvePackRange({ calendar, dataCutOffAt }: FigureBasis, asked: Asked): PackRange {
  if (asked.from !== undefined || asked.to !== undefined) {
    const window = resolveWindow(asked, calendar, dataCutOffAt);
    const days = window.toDay - window.fromDay;
    return { quarter: null, window, before: makeWindow(window.fromDay - days, window.fromDay, calendar, dataCutOffAt) };
  }
  const index = asked.quarter === undefined ? quarterOf(dayAt(calendar, dataCutOffAt)) - 1 : indexOfQuarter(asked.quarter);
  return {
    quarter: `${Math.floor(index / 4)}-Q${(index % 4) + 1}`,
    window: makeWindow(firstDayOf(index), firstDayOf(index + 1), calendar, dataCutOffAt),
    before: makeWindow(firstDayOf(index - 1), firstDayOf(index), calendar, dataCutOffAt),
  };
}

/** Quarters counted from the year 0 on. */
function quarterOf(day: number): number {
  const [year, month] = isoDayOf(day).split('-').map(Number) as [number, number];
  return year * 4 + Math.floor((month - 1) / monthsPerQuarter);
}

function indexOfQuarter(quarter: string): number {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return year * 4 + number - 1;
}

function firstDayOf(index: number): number {
  const month = String((index % 4) * monthsPerQuarter + 1).padStart(2, '0');
  return dayNumberOf(`${Math.floor(index / 4)}-${month}-01`);
}
