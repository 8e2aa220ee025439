import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, dayMs, decideAuthority, isRotating, makeClockCovering } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, worldStartAt } from './reference/arbitrary-world.ts';
import { type Registered, referenceStandings } from './reference/reference.ts';

const today = worldStartAt + 30 * dayMs;
const todayOn = new Date(today).toISOString().slice(0, 10);
const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 40 * dayMs);
const someDay = fc.integer({ min: -3, max: 3 }).map((days) => new Date(today + days * dayMs).toISOString().slice(0, 10));
/** Half days around what counts as recent: 90 days. */
const changedAt = fc.oneof(fc.integer({ min: -182, max: -178 }), fc.integer({ min: -200, max: 0 })).map((k) => today + (k * dayMs) / 2);

const setting = arbitraryWorld
  .filter(({ people, initiatives }) => people.length > 0 && initiatives.length > 0)
  .chain((world) => {
    const person = fc.constantFrom(...world.people.map(({ id }) => id));
    const initiative = fc.constantFrom(...world.initiatives.map(({ id }) => id));
    const somebody = fc.option(person, { nil: null });
    return fc
      .record({
        duties: fc.uniqueArray(fc.record({ person, name: fc.constantFrom('hiring bar', 'reviews') }), { selector: (duty) => duty.person }),
        attestations: fc.array(fc.record({ initiative, person, expiresOn: someDay }), { maxLength: 6 }),
        ownerChanges: fc.array(fc.record({ initiative, at: changedAt, from: somebody, to: somebody }), { maxLength: 8 }),
      })
      .map(({ ownerChanges, ...told }) => ({ world, told: { ...told, ownerChanges: ownerChanges.sort((a, b) => a.at - b.at) } }));
  });

describe('what is told about those who are accountable', () => {
  it('agrees with the literal reading: part-time, rotating, duties and attested authority', () => {
    fc.assert(
      fc.property(setting, ({ world, told }) => {
        const company = companyOfWorld(world);
        const { initiatives } = analyze(company, clock, today);
        const expected = referenceStandings(world, told, today, todayOn);
        company.ids.initiatives.forEach((id, k) => {
          const { ownership, accountable, ownerSpan } = initiatives[k]!;
          const people = accountable.map((person) => company.ids.people[person]!).map((person) => standingOf(told, id, person));
          const changes = told.ownerChanges
            .filter(({ initiative }) => initiative === id)
            .map(({ at, from }) => ({ at, fromPersonId: from }));
          expect({
            partTime: ownership === 'single' && ownerSpan! > 1,
            rotating: isRotating(changes, today),
            people: people.sort((a, b) => a.person.localeCompare(b.person)),
          }).toEqual(expected.get(id));
        });
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});

function standingOf({ duties, attestations }: Registered, initiative: string, person: string) {
  const own = attestations.filter((each) => each.initiative === initiative && each.person === person);
  return { person, duty: duties.find((duty) => duty.person === person)?.name ?? null, authority: decideAuthority(own, todayOn) };
}
