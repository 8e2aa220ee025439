import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, dayMs, growCourse, makeClockCovering } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceCourses } from './reference/reference.ts';

const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 40 * dayMs);
const nowIn = fc.integer({ min: 0, max: worldGrains + 4 }).map((grain) => worldStartAt + grain * grainMs);

describe('the courses of initiatives', () => {
  it('agree with the literal reading of the definitions', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, (world, now) => {
        const company = companyOfWorld(world);
        const { courses } = analyze(company, clock, now);
        const expected = referenceCourses(world, now);
        company.ids.initiatives.forEach((id, k) => {
          const { startSource, isCompleted, isLasting, settled, ...course } = courses[k]!;
          expect(course).toEqual(expected.get(id));
        });
      }),
      { numRuns: propertyRuns(250) },
    );
  });

  it('grow with the clock from what is settled', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, (world, now) => {
        for (const { isLasting, settled, parts, startAt } of analyze(companyOfWorld(world), clock, now).courses) {
          expect(settled !== null).toBe(isLasting && startAt !== null);
          if (settled) expect(growCourse(settled, now, clock)).toEqual(parts);
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it('add up exactly, and no part is negative', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, (world, now) => {
        for (const { startAt, endAt, parts } of analyze(companyOfWorld(world), clock, now).courses) {
          if (parts === null) continue;
          const all = Object.values(parts);
          expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
          expect(all.reduce((sum, ms) => sum + ms, 0)).toBe(endAt! - startAt!);
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});
