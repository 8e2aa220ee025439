import type { NamedPayload } from '../payloads/named.ts';
import { plainName } from './statuses/says.ts';

/** Names that Jira's priorities commonly have, by rank. */
const commonNames: readonly (readonly string[])[] = [
  ['highest', 'blocker', 'p0', 'urgent', 'showstopper'],
  ['critical', 'p1', 'high', 'very high'],
  ['major', 'p2', 'medium', 'normal'],
  ['minor', 'p3', 'low'],
  ['trivial', 'lowest', 'p4', 'very low'],
];

/**
 * Priority id → rank, 1 is the highest: by their common names; where a site has made up its own, in the order of their ids,
 * in which they are begun with.
 */
export function rankPriorities(priorities: readonly NamedPayload[]): ReadonlyMap<string, number> {
  const rankOf = ({ name, untranslatedName }: NamedPayload) =>
    commonNames.findIndex((names) => [name, untranslatedName].some((each) => each !== null && names.includes(plainName(each))));
  if (priorities.every((priority) => rankOf(priority) >= 0))
    return new Map(priorities.map((priority) => [priority.id, rankOf(priority) + 1]));
  const inOrder = priorities.toSorted((a, b) => Number(a.id) - Number(b.id));
  return new Map(inOrder.map(({ id }, place) => [id, place + 1]));
}
