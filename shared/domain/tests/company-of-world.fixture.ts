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

function withClosing({ closed, ...rest }: World['issues'][number]) {
  const steps = closed.flatMap(({ from, to }) => [{ at: from, closed: true }, ...(to === null ? [] : [{ at: to, closed: false }])]);
  return { ...rest, closed: steps };
}
