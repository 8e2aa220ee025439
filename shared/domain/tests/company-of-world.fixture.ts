import { type BuiltCompany, buildCompany } from '../src/index.ts';
import type { World } from './reference/world.ts';

/** The facts of a world of the reference, as the engine reads them. */
export function companyOfWorld(world: World): BuiltCompany {
  const initiatives = world.initiatives.map(({ startedAt = null, completedAt = null, ...rest }) => ({
    ...rest,
    dates: { createdAt: 0, startedAt, completedAt },
  }));
  return buildCompany({ ...world, initiatives, issues: world.issues.map(withClosing) });
}

/** While it was closed, and while it was marked, as steps. */
export function withClosing({ closed, flagged = [], ...rest }: World['issues'][number]) {
  const stepsOf = (spans: typeof closed) =>
    spans.flatMap(({ from, to }) => [{ at: from, holds: true }, ...(to === null ? [] : [{ at: to, holds: false }])]);
  return {
    ...rest,
    closed: stepsOf(closed).map(({ at, holds }) => ({ at, closed: holds })),
    flagged: stepsOf(flagged).map(({ at, holds }) => ({ at, flagged: holds })),
  };
}
