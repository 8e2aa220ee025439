/** The window of time a page shows, as it stands in the address: a preset, or `2026-07-01..2026-10-01` with the end exclusive. */
export type Range = { preset: PresetName } | { from: string; to: string };

export type PresetName = (typeof presets)[number]['name'];

export const presets = [
  { name: '30d', words: 'the last 30 days' },
  { name: '90d', words: 'the last 90 days' },
  { name: 'this-quarter', words: 'this quarter' },
  { name: 'last-quarter', words: 'last quarter' },
  { name: '12m', words: 'the last 12 months' },
] as const;

export const defaultRange: Range = { preset: '90d' };

/** Days `YYYY-MM-DD`, `to` exclusive; `before` is the stretch of equal kind just before, for comparison. */
export interface ResolvedRange {
  from: string;
  to: string;
  before: { from: string; to: string };
  words: string;
  beforeWords: string;
}

const longestRangeDays = 3660;

/** Anything unreadable falls back to the default: an old or mistyped address still shows a page. */
export function parseRange(text: string | null | undefined): Range {
  const preset = presets.find((each) => each.name === text);
  if (preset) return { preset: preset.name };
  const [from, to, rest] = text?.split('..') ?? [];
  if (!from || !to || rest !== undefined || !isDay(from) || !isDay(to)) return defaultRange;
  const days = daysBetween(from, to);
  return days > 0 && days <= longestRangeDays ? { from, to } : defaultRange;
}

export function writeRange(range: Range): string {
  return 'preset' in range ? range.preset : `${range.from}..${range.to}`;
}

/** @param today the day of the data cut-off, in the organization's time zone */
export function resolveRange(range: Range, today: string): ResolvedRange {
  if (!('preset' in range)) {
    const days = daysBetween(range.from, range.to);
    const words = `${sayDay(range.from)} to ${sayDay(addDays(range.to, -1))}`;
    return { ...range, before: { from: addDays(range.from, -days), to: range.from }, words, beforeWords: `the ${days} days before` };
  }
  const words = presets.find((each) => each.name === range.preset)?.words ?? range.preset;
  switch (range.preset) {
    case '30d':
      return { ...lastDays(today, 30), words, beforeWords: 'the 30 days before' };
    case '90d':
      return { ...lastDays(today, 90), words, beforeWords: 'the 90 days before' };
    case '12m':
      return { ...lastDays(today, 365), words, beforeWords: 'the 12 months before' };
    case 'this-quarter': {
      const from = quarterStart(today);
      const to = addDays(today, 1);
      // A running quarter is compared with as many days of the one before, so that a short one does not look like progress.
      const beforeFrom = quarterStart(addDays(from, -1));
      const sameLength = addDays(beforeFrom, daysBetween(from, to));
      return {
        from,
        to,
        before: { from: beforeFrom, to: sameLength < from ? sameLength : from },
        words,
        beforeWords: 'the same days of the quarter before',
      };
    }
    case 'last-quarter': {
      const to = quarterStart(today);
      const from = quarterStart(addDays(to, -1));
      return { from, to, before: { from: quarterStart(addDays(from, -1)), to: from }, words, beforeWords: 'the quarter before' };
    }
  }
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The first day of the bucket that a day falls in, so that a trend does not begin with a cut one. Weeks begin on Monday. */
export function bucketStart(bucket: 'day' | 'week' | 'month' | 'quarter', day: string): string {
  if (bucket === 'day') return day;
  if (bucket === 'week') return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  return bucket === 'month' ? `${day.slice(0, 8)}01` : quarterStart(day);
}

/** "3 Mar 2026" */
export function sayDay(day: string): string {
  return dayWords.format(new Date(day));
}

const dayMs = 86_400_000;
const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

function lastDays(today: string, days: number) {
  const to = addDays(today, 1);
  const from = addDays(to, -days);
  return { from, to, before: { from: addDays(from, -days), to: from } };
}

function quarterStart(day: string): string {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}
