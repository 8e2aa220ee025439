import { type IssueWaits, speedTax } from '@speedtax/contract';
import type { Installation } from './installation.ts';

/** What goes on grows until either was read. */
export function withoutGrowth(interval: IssueWaits['intervals'][number]) {
  if (interval.to !== null) return interval;
  return { ...interval, durationMs: null, blockedBy: interval.blockedBy.map((team) => ({ ...team, waitingMs: null })) };
}

/** By what each installation knows its teams. */
export async function nameTeams(one: Installation): Promise<ReadonlyMap<string, string>> {
  const { teams } = speedTax.parse(await one.get('/speed-tax'));
  return new Map(teams.map(({ teamId, key }) => [teamId, key ?? '']));
}

/** Without ids, addresses, keys of plans and names of statuses, which each tracker has of its own; lists in an order of their own. */
export function inCommonNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) {
    return value.map((each) => inCommonNames(each, names)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const isPlan = 'ownership' in value;
  const isOwn = ([key, held]: [string, unknown]) =>
    /^(externalId|url|factsDigest|statusName)$/.test(key) || (key === 'key' && isPlan) || (isId(held) && !names.has(held));
  const entries = Object.entries(value).filter((entry) => !isOwn(entry));
  return Object.fromEntries(entries.map(([key, held]) => [key, inCommonNames(held, names)]));
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name = '', key = '' } = value as Record<string, unknown>;
  return `${name} ${key} ${JSON.stringify(value)}`;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
