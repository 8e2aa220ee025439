/**
 * On how many random companies a property is tried, or how many issues make a crowd. `npm run mutation` asks the same questions thousands of times over and sets
 * PROPERTY_RUNS_SHARE, so that each time asks only of a share of them.
 */
export function propertyRuns(usual: number): number {
  return Math.ceil(usual * Number(process.env.PROPERTY_RUNS_SHARE ?? 1));
}
