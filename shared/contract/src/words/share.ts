/** "33 %", "4.1 %", "<0.1 %"; a missing share is a dash, never a zero. */
export function formatShare(share: number | null): string {
  if (share === null) return '–';
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1 %';
  return `${percent < 9.95 ? withTenths.format(percent) : whole.format(percent)} %`;
}

/** "24–31 %": low and high of one figure; one number where they read the same. */
export function formatShareRange(low: number | null, high: number | null): string {
  if (low === null || high === null) return '–';
  const [from, to] = [formatShare(low), formatShare(high)];
  return from === to ? to : `${from.replace(' %', '')}–${to}`;
}

/** "33.333 %": what stands behind a rounded share, for hovers. */
export function formatExactShare(share: number | null): string {
  return share === null ? 'no figure' : `${exact.format(share * 100)} %`;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const withTenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
