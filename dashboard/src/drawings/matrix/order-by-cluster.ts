/**
 * An order in which teams that wait on each other stand together: average-linkage clustering whose branches are
 * turned so that the closest ends touch. Cubic in the number of teams, which the matrix caps.
 *
 * @param weights weights[i][j]: how much i and j have to do with each other, symmetric, not negative
 * @returns the indices in drawing order
 */
export function orderByCluster(weights: readonly (readonly number[])[]): number[] {
  let branches = weights.map((_, index) => [index]);
  while (branches.length > 1) {
    const [left, right] = closestBranches(branches, weights);
    const joined = join(left, right, weights);
    branches = [...branches.filter((branch) => branch !== left && branch !== right), joined];
  }
  return branches[0] ?? [];
}

type Branch = readonly number[];

function closestBranches(branches: readonly number[][], weights: readonly (readonly number[])[]): [number[], number[]] {
  let best: [number[], number[]] | undefined;
  let bestLinkage = -1;
  branches.forEach((left, at) => {
    for (const right of branches.slice(at + 1)) {
      const linkage = averageLinkage(left, right, weights);
      if (linkage > bestLinkage) [best, bestLinkage] = [[left, right], linkage];
    }
  });
  if (!best) throw new Error(`clustering ${branches.length} branches: expected at least two`);
  return best;
}

function averageLinkage(left: Branch, right: Branch, weights: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const i of left) for (const j of right) sum += weights[i]?.[j] ?? 0;
  return sum / (left.length * right.length);
}

/** Of the four ways to lay two branches end to end, the one whose touching ends are closest. */
function join(left: number[], right: number[], weights: readonly (readonly number[])[]): number[] {
  const turnedLeft = left.toReversed();
  const turnedRight = right.toReversed();
  const ways = [
    [left, right],
    [left, turnedRight],
    [turnedLeft, right],
    [turnedLeft, turnedRight],
  ] as const;
  const touch = ([first, second]: (typeof ways)[number]) => weights[first.at(-1) ?? 0]?.[second[0] ?? 0] ?? 0;
  const [first, second] = ways.reduce((best, way) => (touch(way) > touch(best) ? way : best));
  return [...first, ...second];
}
