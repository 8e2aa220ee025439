import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, countIssuesPerDedicated, dayMs, decideDedication, makeClockCovering } from '../src/index.ts';
import { deriveMembership } from '../src/initiatives/derive-membership.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceContributions } from './reference/reference.ts';

const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 40 * dayMs);
const grain = fc.integer({ min: 0, max: worldGrains + 4 });

describe('contributions agree with the literal reading of the definitions', () => {
  it('for every initiative and window', () => {
    fc.assert(
      fc.property(arbitraryWorld, grain, grain, grain, (world, a, b, c) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((k) => worldStartAt + k * grainMs) as [number, number];
        const now = worldStartAt + c * grainMs;
        const company = companyOfWorld(world);
        const { startedSpans: spans, initiatives } = analyze(company, clock, now);
        const { offset, issue: members } = deriveMembership(company);
        const msOf = (person: number, isCounted: (issue: number) => boolean): number => {
          let sum = 0;
          for (let row = 0; row < spans.count; row++)
            if (spans.person[row] === person && isCounted(spans.issue[row]!))
              sum += Math.max(0, Math.min(spans.to[row]!, to, now) - Math.max(spans.from[row]!, from));
          return sum;
        };
        const expected = referenceContributions(world, { from, to, now });
        company.ids.initiatives.forEach((id, k) => {
          const own = new Set(members.subarray(offset[k]!, offset[k + 1]!));
          const people = new Map(
            company.ids.people.flatMap((person, index) => {
              const times = { intoMs: msOf(index, (issue) => own.has(issue)), totalMs: msOf(index, () => true) };
              return times.intoMs > 0 ? [[person, { ...times, dedication: decideDedication(times)!.dedication }]] : [];
            }),
          );
          const unassignedMs = msOf(-1, (issue) => own.has(issue));
          expect({
            people,
            startedMs: unassignedMs + [...people.values()].reduce((sum, { intoMs }) => sum + intoMs, 0),
            unassignedMs,
            issuesPerDedicated: countIssuesPerDedicated(initiatives[k]!.openIssues, [...people.values()]),
          }).toEqual(expected.get(id));
        });
      }),
      { numRuns: propertyRuns(120) },
    );
  });
});
