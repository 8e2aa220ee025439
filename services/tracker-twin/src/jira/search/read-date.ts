import { JiraRefusal } from '../server/jira-errors.ts';
import type { JiraSite } from '../site/jira-site.ts';

const MINUTE_MS = 60_000;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const PERIOD = /^-(\d+)([wdhm])$/;
const PERIOD_MS: Readonly<Record<string, number>> = { w: 10_080 * MINUTE_MS, d: 1_440 * MINUTE_MS, h: 60 * MINUTE_MS, m: MINUTE_MS };

/** The instant of a date in a query: epoch milliseconds, a period before now, or a minute in the zone of whoever asks. */
export function readDate({ settings, time }: JiraSite, field: string, text: string): number {
  if (/^\d+$/.test(text) && !settings.refusesEpochs) return Number(text);
  const [, count, unit] = PERIOD.exec(text) ?? [];
  if (unit !== undefined) return Math.floor((settings.now() - Number(count) * (PERIOD_MS[unit] ?? 0)) / MINUTE_MS) * MINUTE_MS;
  const [, year, month, day, hour, minute] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || Number.isNaN(year)) {
    throw new JiraRefusal(
      400,
      `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  }
  return time.read(Date.UTC(year, month - 1, day, hour || 0, minute || 0));
}
