const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** "41 issue-days", "1 issue-day", "0.42 issue-days": the unit of the tax, at most three significant digits. */
export function formatIssueDays(durationMs: number): string {
  const days = formatDays(durationMs);
  return `${days} ${days === '1' ? 'issue-day' : 'issue-days'}`;
}

/** The bare number of days, for columns whose head names the unit: "41", "0.42", "12,300". */
export function formatDays(durationMs: number): string {
  const days = durationMs / dayMs;
  if (days !== 0 && Math.abs(days) < 0.01) return days > 0 ? '<0.01' : '>−0.01';
  return formatSignificant(days);
}

/** As formatDays, with as many decimals as the column's largest figure bears, so that figures line up. */
export function formatDaysAlike(durationMs: number, largestMs: number): string {
  const largest = largestMs / dayMs;
  const decimals = largest >= 99.5 ? 0 : largest >= 9.95 ? 1 : 2;
  const days = durationMs / dayMs;
  if (days > 0 && days < 0.5 * 10 ** -decimals) return `<${(10 ** -decimals).toFixed(decimals)}`;
  if (largest >= 999.5) return formatSignificant(Math.round(days));
  return days === 0 ? '0' : days.toFixed(decimals);
}

/** "9 d 4 h", "4 h 12 min", "35 s": the two largest units that say something. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 0) return `−${formatDuration(-durationMs)}`;
  if (durationMs < secondMs) return durationMs === 0 ? '0 d' : '<1 s';
  for (const [unitMs, unit, finerMs, finer] of scales) {
    if (durationMs < unitMs) continue;
    const whole = Math.floor(durationMs / unitMs);
    const rest = Math.floor((durationMs % unitMs) / finerMs);
    // Three digits of a unit leave no room for a finer one.
    if (whole >= 100) return `${formatSignificant(durationMs / unitMs)} ${unit}`;
    return rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${finer}`;
  }
  return `${Math.floor(durationMs / secondMs)} s`;
}

/** "3,542,400,000 ms": what stands behind a rounded duration, for hovers and exports. */
export function formatExactMs(durationMs: number): string {
  return `${exactNumber.format(durationMs)} ms`;
}

/** At most three significant digits, thousands grouped, whole numbers never pushed into exponents. */
export function formatSignificant(value: number): string {
  return significantNumber.format(value);
}

const scales = [
  [dayMs, 'd', hourMs, 'h'],
  [hourMs, 'h', minuteMs, 'min'],
  [minuteMs, 'min', secondMs, 's'],
] as const;

const significantNumber = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const exactNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
