/** A person or a team as one connection knows it. */
export interface IdentityCandidate {
  readonly id: string;
  /** The place of its connection among all, the oldest first. */
  readonly connection: number;
  /** What two connections know the same one by; null: nothing. */
  readonly mark: string | null;
}

/** What somebody has decided of two of them. */
export interface IdentityDecision {
  readonly firstId: string;
  readonly secondId: string;
  readonly isSame: boolean;
}

/**
 * For each candidate that is the same as one of an older connection: the id under which figures know it. Those that somebody keeps
 * apart are never one, whatever else is said of them. A mark that a connection has twice tells nothing.
 */
export function resolveIdentities(candidates: readonly IdentityCandidate[], decisions: readonly IdentityDecision[]): Map<string, string> {
  const inOrder = candidates.toSorted((a, b) => a.connection - b.connection || (a.id < b.id ? -1 : 1));
  const placeOf = new Map(inOrder.map(({ id }, place) => [id, place]));
  const groupOf = new Map(inOrder.map(({ id }) => [id, [id]]));
  const apart = new Map<string, Set<string>>();
  const joined: (readonly [string, string])[] = [];
  for (const { firstId, secondId, isSame } of decisions) {
    if (!placeOf.has(firstId) || !placeOf.has(secondId)) continue;
    if (isSame) joined.push([firstId, secondId]);
    else {
      keep(apart, firstId, secondId);
      keep(apart, secondId, firstId);
    }
  }
  for (const [a, b] of [...joined.sort(byPlace(placeOf)), ...pairsByMark(inOrder)]) {
    const [one, other] = [groupOf.get(a) as string[], groupOf.get(b) as string[]];
    if (one === other || one.some((id) => other.some((far) => apart.get(id)?.has(far)))) continue;
    one.push(...other);
    for (const id of other) groupOf.set(id, one);
  }
  const canonicalOf = new Map<string, string>();
  for (const { id } of inOrder) {
    const group = groupOf.get(id) as string[];
    const first = group.reduce((a, b) => ((placeOf.get(a) as number) < (placeOf.get(b) as number) ? a : b));
    if (first !== id) canonicalOf.set(id, first);
  }
  return canonicalOf;
}

/** Each candidate with the oldest of its mark. */
function* pairsByMark(inOrder: readonly IdentityCandidate[]): Generator<readonly [string, string]> {
  for (const [mark, same] of Map.groupBy(inOrder, (candidate) => candidate.mark)) {
    if (mark === null || mark === '' || new Set(same.map(({ connection }) => connection)).size < same.length) continue;
    // Where the oldest is kept apart from one, the others may still be the same.
    for (const [k, { id }] of same.entries()) for (const other of same.slice(k + 1)) yield [id, other.id];
  }
}

function byPlace(placeOf: ReadonlyMap<string, number>) {
  const order = (pair: readonly [string, string]) => pair.map((id) => placeOf.get(id) as number).sort((a, b) => a - b);
  return (a: readonly [string, string], b: readonly [string, string]): number => {
    const [one, other] = [order(a), order(b)];
    return (one[0] as number) - (other[0] as number) || (one[1] as number) - (other[1] as number);
  };
}

function keep(apart: Map<string, Set<string>>, id: string, other: string): void {
  apart.set(id, (apart.get(id) ?? new Set()).add(other));
}
