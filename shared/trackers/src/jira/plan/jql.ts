/** How JQL is told an instant: as a number, which means the same everywhere; or as the clock of the one who asks shows it. */
export type JqlClock = { readonly kind: 'epoch' } | { readonly kind: 'minutes'; readonly timeZone: string };

/** In order of creation: issues that change while we page keep their place. */
export const oldestFirst = 'ORDER BY created ASC, key ASC';
export const newestFirst = 'ORDER BY created DESC, key DESC';

/** @param sinceMs epoch milliseconds; 0: all there are */
export function jqlOfChanges(sinceMs: number, clock: JqlClock, order: string): string {
  return `updated >= ${jqlInstant(sinceMs, clock)} ${order}`;
}

const issueId = /^\d+$/;
const issueKey = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

/** Whether this can be an id or a key of an issue, and nothing else. */
export const isIssueName = (name: string) => issueId.test(name) || issueKey.test(name);

/** Of ids and keys. Jira refuses all of them where it does not know one. */
export function jqlOfNames(names: readonly string[]): string {
  const ids = names.filter((name) => issueId.test(name));
  const keys = names.filter((name) => issueKey.test(name));
  if (ids.length + keys.length < names.length) throw new Error(`names of issues: expected ids and keys, got ${names.join(', ')}`);
  const parts = [
    ids.length > 0 ? `id in (${ids.join(', ')})` : '',
    keys.length > 0 ? `key in (${keys.map((key) => `"${key}"`).join(', ')})` : '',
  ];
  return parts.filter((part) => part !== '').join(' OR ');
}

/** Minutes are cut off, and an hour repeats in autumn: earlier is always right, because what is read twice changes nothing. */
const marginMs = 61 * 60_000;
const dayMs = 24 * 60 * 60_000;

function jqlInstant(ms: number, clock: JqlClock): string {
  if (clock.kind === 'epoch') return String(ms);
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: clock.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(Math.max(dayMs, ms - marginMs));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `"${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}"`;
}
