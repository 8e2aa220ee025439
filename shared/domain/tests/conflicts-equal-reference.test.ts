import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  dayMs,
  decideDateConflict,
  decideInversion,
  makeClockCovering,
  type PlannedIssue,
  type StatusCategory,
  statusCategoryCode,
} from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import type { Plans } from './reference/conflicts.ts';
import { Lookup } from './reference/instant.ts';
import { referenceConflicts } from './reference/reference.ts';
import type { World } from './reference/world.ts';

const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 40 * dayMs);
const now = worldStartAt + worldGrains * grainMs;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const someDay = fc.integer({ min: 1, max: 9 }).map((n) => `2026-05-0${n}`);
const cycles = ['cycle 1', 'cycle 2'];

const planOfIssue = fc.record({
  priority: maybe(fc.integer({ min: 0, max: 4 })),
  cycle: maybe(fc.constantFrom(...cycles)),
  dueOn: maybe(someDay),
  projectTargetOn: maybe(someDay),
});

const setting = arbitraryWorld.chain((world) =>
  fc
    .record({
      issues: fc.tuple(...world.issues.map(() => planOfIssue)),
      ends: fc.tuple(someDay, someDay),
      cyclesOfTeams: fc.tuple(...world.teams.map(() => maybe(fc.constantFrom(...cycles)))),
      targets: fc.tuple(...world.initiatives.map(() => maybe(someDay))),
    })
    .map(({ issues, ends, cyclesOfTeams, targets }) => {
      const plans: Plans = {
        issues: new Map(world.issues.map(({ id }, k) => [id, issues[k]!])),
        cycleEndsOn: new Map(cycles.map((cycle, k) => [cycle, ends[k]!])),
        cycleOfTeam: new Map(world.teams.flatMap((team, k) => (cyclesOfTeams[k] ? [[team, cyclesOfTeams[k]]] : []))),
        initiativeTargetOn: new Map(world.initiatives.flatMap(({ id }, k) => (targets[k] ? [[id, targets[k]]] : []))),
      };
      return { world, plans };
    }),
);

function plannedIssue(world: World, plans: Plans, id: string): PlannedIssue {
  const lookup = new Lookup(world);
  const { cycle, ...plan } = plans.issues.get(id)!;
  const category = lookup.category(lookup.get(id), now);
  return {
    ...plan,
    category: category !== null && category in statusCategoryCode ? (category as StatusCategory) : null,
    cycleId: cycle,
    teamCycleId: plans.cycleOfTeam.get(lookup.team(lookup.get(id), now) ?? '') ?? null,
    cycleEndsOn: cycle === null ? null : plans.cycleEndsOn.get(cycle)!,
  };
}

describe('conflicts agree with the literal reading of the definitions', () => {
  it('for every open dependency of every initiative', () => {
    fc.assert(
      fc.property(setting, ({ world, plans }) => {
        const company = companyOfWorld(world);
        const { initiatives } = analyze(company, clock, now);
        const expected = referenceConflicts(world, plans, now);
        company.ids.initiatives.forEach((initiative, k) => {
          const inversions: string[] = [];
          const dates: string[] = [];
          for (const { issue, blockedIssues } of initiatives[k]!.blockers) {
            for (const other of blockedIssues) {
              const [blockerId, blockedId] = [company.ids.issues[issue]!, company.ids.issues[other]!];
              const [blocker, blocked] = [plannedIssue(world, plans, blockerId), plannedIssue(world, plans, blockedId)];
              for (const reason of decideInversion(blocker, blocked)) inversions.push(`${blockerId} ${blockedId} ${reason}`);
              const { reasons } = decideDateConflict(blocker, blocked, plans.initiativeTargetOn.get(initiative) ?? null);
              for (const reason of reasons) dates.push(`${blockerId} ${blockedId} ${reason}`);
            }
          }
          expect({ inversions: inversions.sort(), dates: dates.sort() }).toEqual(expected.get(initiative));
        });
      }),
      { numRuns: propertyRuns(150) },
    );
  });
});
