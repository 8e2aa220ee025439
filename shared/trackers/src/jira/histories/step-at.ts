import type { Step } from '@speedtax/domain';

/** The value that holds at an instant; before the first step, the first. */
export function valueAt<V>(steps: readonly [Step<V>, ...Step<V>[]] | readonly Step<V>[], at: number): V {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((steps[middle] as Step<V>).at <= at) low = middle;
    else high = middle - 1;
  }
  return (steps[low] as Step<V>).value;
}

/** Steps of what follows from several fields: told at each instant at which one of them changes, where it differs. */
export function combineSteps<V>(instants: Iterable<number>, createdAt: number, tell: (at: number) => V): Step<V>[] {
  const ordered = [...new Set([createdAt, ...instants])].filter((at) => at >= createdAt).sort((a, b) => a - b);
  const steps: Step<V>[] = [];
  for (const at of ordered) {
    const value = tell(at);
    if (steps.at(-1)?.value !== value || steps.length === 0) steps.push({ at, value });
  }
  return steps;
}
