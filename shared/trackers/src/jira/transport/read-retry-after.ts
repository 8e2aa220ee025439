const hourMs = 3_600_000;
const firstSecondOfDates = 1e9;
const firstMsOfDates = 1e11;

/**
 * How long Jira asks us to wait, in milliseconds from now; null: it does not say. Instants are read by Jira's own clock, so that it
 * does not matter how far ours is off. Where it says several things, the longest counts.
 * @param now epoch milliseconds
 */
export function readRetryAfterMs(headers: Headers, now: number): number | null {
  const jiraNow = Date.parse(headers.get('date') ?? '') || now;
  const said = [readDelayMs(headers.get('retry-after'), jiraNow), readDelayMs(headers.get('x-ratelimit-reset'), jiraNow)];
  const known = said.filter((ms) => ms !== null);
  if (known.length > 0) return Math.max(0, ...known);
  // Quotas begin anew with each hour.
  if (/quota/i.test(headers.get('ratelimit-reason') ?? '')) return hourMs - (jiraNow % hourMs);
  return readDelayMs(headers.get('x-ratelimit-interval-seconds'), jiraNow);
}

/** Seconds, an instant as a number, or an instant as text. */
function readDelayMs(text: string | null, jiraNow: number): number | null {
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  if (Number.isNaN(number)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at - jiraNow;
  }
  if (number >= firstMsOfDates) return number - jiraNow;
  return number >= firstSecondOfDates ? number * 1000 - jiraNow : number * 1000;
}
