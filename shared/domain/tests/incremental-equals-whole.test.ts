import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysisDifference, analyze, dayMs, deriveDifference, listFutureIssues, makeClockCovering, makeReach } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import type { World, WorldDependency, WorldIssue } from './reference/world.ts';

const clock = makeClockCovering('UTC', worldStartAt - dayMs, worldStartAt + 60 * dayMs);
const instantOf = (grain: number) => worldStartAt + grain * grainMs;

const rarely = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 2 })
    .map((places) => Array.from({ length: count }, (_, k) => places.includes(k)));

/** A company, and the same after a sync: some issues and links are as in another, some are new, some are gone. */
const arbitrarySync = fc
  .record({
    before: arbitraryWorld,
    other: arbitraryWorld,
    // Mostly a single one: what a change reaches shows where little else is touched.
    isChanged: rarely(7),
    isLinkChanged: rarely(14),
    // Mostly after everything: what lies in the future is touched again.
    cutOff: fc.oneof(fc.integer({ min: 0, max: worldGrains }), { arbitrary: fc.constant(worldGrains * 2), weight: 3 }),
    laterGrains: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ before, other, isChanged, isLinkChanged, cutOff, laterGrains }) => {
    const places = [...Array(7).keys()];
    const issues = places.flatMap((k) => (isChanged[k] ? onPlansOf(before, other.issues[k]) : (before.issues[k] ?? [])));
    const names = new Set(issues.map(({ id }) => id));
    const dependencies = [...Array(14).keys()]
      .flatMap((k) => (isLinkChanged[k] ? other.dependencies[k] : before.dependencies[k]) ?? [])
      .filter(({ blocker, blocked }) => names.has(blocker) && names.has(blocked));
    return { before, after: { ...before, issues, dependencies }, cutOffs: [instantOf(cutOff), instantOf(cutOff + laterGrains)] as const };
  });

function onPlansOf({ teams, projects, people }: World, issue: WorldIssue | undefined): WorldIssue[] {
  if (issue === undefined) return [];
  const known = (ids: string[], id: string | null) => (id !== null && ids.includes(id) ? id : null);
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return [
    {
      ...issue,
      project: known(idsOf(projects), issue.project),
      teams: issue.teams.map(({ at, team }) => ({ at, team: known(teams, team) })),
      assignees: (issue.assignees ?? []).map(({ at, person }) => ({ at, person: known(idsOf(people), person) })),
    },
  ];
}

/** What a sync leaves word of: issues that differ, and the blocked ends of links that differ. */
function listTouched(before: World, after: World, cutOff: number): string[] {
  const differing = <R>(was: R[], is: R[]): R[] => {
    const texts = (rows: R[]) => new Set(rows.map((row) => JSON.stringify(row)));
    const [former, present] = [texts(was), texts(is)];
    return [...was.filter((row) => !present.has(JSON.stringify(row))), ...is.filter((row) => !former.has(JSON.stringify(row)))];
  };
  const company = companyOfWorld(before);
  return [
    ...differing(before.issues, after.issues).map(({ id }) => id),
    ...differing(before.dependencies, after.dependencies).map(({ blocked }) => blocked),
    ...listFutureIssues(company, cutOff).map((issue) => company.ids.issues[issue]!),
  ];
}

function listReached(touched: string[], links: WorldDependency[]): ReadonlySet<string> {
  const reach = makeReach(touched);
  for (let question = reach.next(); question !== undefined; question = reach.next()) {
    const { side, issues } = question;
    reach.add(links.filter((each) => issues.includes(each[side])));
  }
  return reach.issues;
}

function cut(world: World, reached: ReadonlySet<string>): World {
  return {
    ...world,
    issues: world.issues.filter(({ id }) => reached.has(id)),
    dependencies: world.dependencies.filter(({ blocker, blocked }) => reached.has(blocker) && reached.has(blocked)),
  };
}

const analyzed = (world: World, now: number) => {
  const company = companyOfWorld(world);
  return { company, analysis: analyze(company, clock, now) };
};

/** In any order. */
function sorted({ rows, sums, openSums, initiatives }: AnalysisDifference) {
  const sort = (list: readonly unknown[]) =>
    list.map((each) => JSON.stringify(each, (_, value) => (value === Infinity ? 'open' : value))).sort();
  return {
    rows: Object.fromEntries(Object.entries(rows).map(([name, { gone, come }]) => [name, { gone: sort(gone), come: sort(come) }])),
    sums: sort(sums),
    openSums: sort(openSums),
    initiatives: sort(initiatives),
  };
}

describe('what differs in the small company that a sync reaches', () => {
  it('is what differs in the whole one', () => {
    fc.assert(
      fc.property(arbitrarySync, ({ before, after, cutOffs: [cutOff, later] }) => {
        const reached = listReached(listTouched(before, after, cutOff), [...before.dependencies, ...after.dependencies]);
        const small = deriveDifference(analyzed(cut(before, reached), cutOff), analyzed(cut(after, reached), later));
        const whole = deriveDifference(analyzed(before, cutOff), analyzed(after, later));
        expect(sorted(small)).toEqual(sorted(whole));
      }),
      { numRuns: propertyRuns(400) },
    );
  });

  it('has with a blocker all that it blocks, though nothing else of it has changed', () => {
    const [zero, done] = [instantOf(0), instantOf(10)];
    const issue = (id: string, team: string, project: string | null): WorldIssue => ({
      id,
      createdAt: zero,
      closed: [],
      project,
      defect: false,
      statuses: [{ at: zero, category: 'started' }],
      teams: [{ at: zero, team }],
    });
    const plans = {
      teams: ['A', 'B'],
      people: [],
      initiatives: [{ id: 'x', owner: null, status: 'active' as const, parents: [] }],
      projects: [{ id: 'p', lead: null, status: 'active' as const, initiatives: ['x'] }],
    };
    const [a1, a2, b1] = [issue('a1', 'A', 'p'), issue('a2', 'A', 'p'), issue('b1', 'B', null)];
    const dependencies = ['a1', 'a2'].map((blocked) => ({ blocker: 'b1', blocked, from: zero, to: null }));
    const before: World = { ...plans, issues: [a1, a2, b1], dependencies };
    const finished = { ...a1, statuses: [...a1.statuses, { at: done, category: 'completed' as const }] };
    const after: World = { ...before, issues: [finished, a2, b1] };
    const reached = listReached(['a1'], dependencies);
    expect([...reached].sort()).toEqual(['a1', 'a2', 'b1']);
    const { blockers } = deriveDifference(analyzed(cut(before, reached), done), analyzed(cut(after, reached), done)).rows;
    expect(blockers.gone.map(({ blockedIssueIds }) => blockedIssueIds)).toEqual([['a1', 'a2']]);
    expect(blockers.come.map(({ blockedIssueIds }) => blockedIssueIds)).toEqual([['a2']]);
  });
});
