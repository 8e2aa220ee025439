import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, type Company, dayMs, dayOf, deriveQuotes, estimateLeadTime, makeClockCovering } from '../src/index.ts';
import { joinPairWaits } from '../src/quotes/join-pair-waits.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { pairWaits, referenceQuotes } from './reference/reference.ts';

const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 40 * dayMs);
const nowIn = fc.integer({ min: 1, max: worldGrains + 4 }).map((grain) => worldStartAt + grain * grainMs);
const namesOf = (company: Company, waiting: number, blocking: number) => `${company.ids.teams[waiting]}|${company.ids.teams[blocking]}`;

describe('the quotes agree with the literal reading of the definitions', () => {
  it('on when a team blocks an issue of another without a break', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, (world, now) => {
        const company = companyOfWorld(world);
        const { waits } = analyze(company, clock, now);
        const found: string[] = [];
        joinPairWaits(waits, (row, from, to) => {
          // What begins at the data cut-off has no length yet.
          if (from >= now) return;
          const pair = namesOf(company, waits.waitingTeam[row]!, waits.blockingTeam[row]!);
          found.push(`${company.ids.issues[waits.issue[row]!]} ${pair} ${from}–${to === Infinity ? null : to}`);
        });
        expect(found.sort()).toEqual(
          pairWaits(world, now)
            .map(({ issue, pair, from, to }) => `${issue} ${pair} ${from}–${to}`)
            .sort(),
        );
      }),
      { numRuns: propertyRuns(150) },
    );
  });

  it('on the quotes of each pair', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, (world, now) => {
        const company = companyOfWorld(world);
        const { quotes } = analyze(company, clock, now);
        const found = new Map(
          quotes.map(({ waitingTeam, blockingTeam, standing: _, ...quote }) => [namesOf(company, waitingTeam, blockingTeam), quote]),
        );
        expect(found).toEqual(referenceQuotes(world, { from: 0, to: now, now }));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it('stand as long as they say, when no wait begins, ends or changes', () => {
    fc.assert(
      fc.property(arbitraryWorld, nowIn, fc.integer({ min: 0, max: 400 * dayMs }), (world, now, laterMs) => {
        const company = companyOfWorld(world);
        const longClock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 800 * dayMs);
        const { waits, quotes } = analyze(company, longClock, now);
        const begunAtNow = new Set<string>();
        for (let row = 0; row < waits.count; row++)
          if (waits.from[row]! >= now) begunAtNow.add(`${waits.waitingTeam[row]} ${waits.blockingTeam[row]}`);
        const later = deriveQuotes(longClock, waits, company.ids.teams.length, now + laterMs);
        for (const quote of quotes) {
          if (begunAtNow.has(`${quote.waitingTeam} ${quote.blockingTeam}`)) continue;
          if (dayOf(longClock, now + laterMs) >= quote.standing.dropsOnDay || now + laterMs >= quote.standing.outlastsAt) continue;
          expect(later).toContainEqual(quote);
        }
      }),
      { numRuns: propertyRuns(150) },
    );
  });

  it('on the estimate, however many waits end or are censored together', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 25 });
    fc.assert(
      fc.property(lengths, lengths, (ended, lasting) => {
        const now = 1_000;
        const issue = (id: string, team: string, until: number) => ({
          id,
          createdAt: 0,
          closed: [],
          project: null,
          defect: false,
          statuses: [
            { at: 0, category: 'started' as const },
            { at: until, category: 'completed' as const },
          ],
          teams: [{ at: 0, team }],
        });
        const waits = [
          ...ended.map((ms, k) => ({ id: `e${k}`, from: 100, to: 100 + ms })),
          ...lasting.map((ms, k) => ({ id: `l${k}`, from: now - ms, to: 2_000 })),
        ];
        const world = {
          teams: ['A', 'B'],
          people: [],
          initiatives: [],
          projects: [],
          issues: waits.flatMap(({ id, to }) => [issue(`a${id}`, 'A', 5_000), issue(`b${id}`, 'B', to)]),
          dependencies: waits.map(({ id, from }) => ({ blocker: `b${id}`, blocked: `a${id}`, from, to: null })),
        };
        const expected = referenceQuotes(world, { from: 0, to: now, now }).get('A|B');
        if (expected === undefined) return;
        expect(estimateLeadTime(ended, lasting)).toEqual(expected);
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});
