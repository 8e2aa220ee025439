import fc from 'fast-check';
import type { Category, PlanStatus, World } from './world.ts';

/** A grain coarse enough that instants often coincide, and that does not divide the day evenly with any offset. */
export const grainMs = 5 * 3_600_000;
export const worldStartAt = Date.UTC(2026, 2, 20);
export const worldGrains = 60;
/** Over which the same happens in three years. */
export const longGrainMs = 439 * 3_600_000;

const instant = fc.integer({ min: 0, max: worldGrains }).map((k) => worldStartAt + k * grainMs);
const category = fc.constantFrom<Category | null>(
  'triage',
  'backlog',
  'unstarted',
  'unstarted',
  'started',
  'started',
  'started',
  'completed',
  'canceled',
  null,
);
const planStatus = fc.constantFrom<PlanStatus>('planned', 'active', 'active', 'active', 'completed', 'canceled');
const oneOf = (ids: string[]): fc.Arbitrary<string | null> =>
  ids.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...ids), { freq: 8, nil: null });
const some = (ids: string[], most: number): fc.Arbitrary<string[]> =>
  ids.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...ids), { maxLength: most });
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, k) => `${prefix}${k}`);

/**
 * Companies that real trackers rarely show but always could: cycles, self links, links added and removed at one instant,
 * zero-length intervals, reopened and moved issues, issues closed and restored, unknown teams and statuses.
 */
export const arbitraryWorld: fc.Arbitrary<World> = fc
  .record({
    teams: fc.constantFrom(1, 2, 3, 3, 4, 4),
    people: fc.integer({ min: 0, max: 3 }),
    initiatives: fc.integer({ min: 0, max: 3 }),
    projects: fc.integer({ min: 0, max: 4 }),
    issues: fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 4, arbitrary: fc.integer({ min: 4, max: 7 }) }),
  })
  .chain((sizes) => {
    const teams = names('team', sizes.teams);
    const people = names('person', sizes.people);
    const initiatives = names('initiative', sizes.initiatives);
    const projects = names('project', sizes.projects);
    const issues = names('issue', sizes.issues);
    return fc.record({
      teams: fc.constant(teams),
      people: fc.tuple(...people.map((id) => fc.record({ id: fc.constant(id), active: fc.boolean(), teams: some(teams, 2) }))),
      initiatives: fc.tuple(
        ...initiatives.map((id) =>
          fc.record({
            id: fc.constant(id),
            owner: oneOf(people),
            status: planStatus,
            parents: some(initiatives, 1),
            startedAt: fc.option(instant, { nil: null }),
            completedAt: fc.option(instant, { nil: null }),
          }),
        ),
      ),
      projects: fc.tuple(
        ...projects.map((id) =>
          fc.record({ id: fc.constant(id), lead: oneOf(people), status: planStatus, initiatives: some(initiatives, 2) }),
        ),
      ),
      issues: fc.tuple(...issues.map((id) => arbitraryIssue(id, teams, projects, people))),
      dependencies:
        issues.length === 0
          ? fc.constant([])
          : fc
              .array(fc.oneof({ weight: 8, arbitrary: arbitraryDependency(issues) }, flickering(issues), circle(issues)), {
                maxLength: 14,
                size: 'max',
              })
              .map((links) => links.flat()),
    });
  });

/** The same companies with years between what happens. */
export const arbitraryLongWorld: fc.Arbitrary<World> = arbitraryWorld.map((world) => inYears(world) as World);

function inYears(told: unknown): unknown {
  if (typeof told === 'number') return worldStartAt + ((told - worldStartAt) / grainMs) * longGrainMs;
  if (Array.isArray(told)) return told.map(inYears);
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, inYears(value)]));
}

function arbitraryIssue(id: string, teams: string[], projects: string[], people: string[]) {
  return fc
    .record({
      createdAt: fc.integer({ min: 0, max: worldGrains / 2 }).map((k) => worldStartAt + k * grainMs),
      closed: fc.option(fc.record({ at: instant, restoredAfter: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }) }), {
        freq: 3,
        nil: null,
      }),
      flagged: fc.option(
        fc.array(fc.record({ from: instant, lasts: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }) }), { maxLength: 2 }),
        {
          freq: 2,
          nil: [] as { from: number; lasts: number | null }[],
        },
      ),
      project: oneOf(projects),
      defect: fc.boolean(),
      firstStatus: category,
      statuses: fc.array(fc.record({ at: instant, category }), { maxLength: 6 }),
      firstTeam: oneOf(teams),
      teams: fc.array(fc.record({ at: instant, team: oneOf(teams) }), { maxLength: 2 }),
      firstAssignee: oneOf(people),
      assignees: fc.array(fc.record({ at: instant, person: oneOf(people) }), { maxLength: 3 }),
    })
    .map((issue) => ({
      id,
      createdAt: issue.createdAt,
      project: issue.project,
      defect: issue.defect,
      closed: closedGaps(issue.createdAt, issue.closed),
      flagged: disjoint(issue.flagged.map(({ from, lasts }) => ({ from, to: lasts === null ? null : from + lasts * grainMs }))),
      statuses: [{ at: issue.createdAt, category: issue.firstStatus }, ...inOrder(issue.statuses, issue.createdAt)],
      teams: [{ at: issue.createdAt, team: issue.firstTeam }, ...inOrder(issue.teams, issue.createdAt)],
      assignees: [{ at: issue.createdAt, person: issue.firstAssignee }, ...inOrder(issue.assignees, issue.createdAt)],
    }));
}

/** In order; one that began before the one before it had ended is left out. */
function disjoint(spans: { from: number; to: number | null }[]) {
  const kept: typeof spans = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = kept.at(-1);
    if (before === undefined || (before.to !== null && before.to <= span.from)) kept.push(span);
  }
  return kept;
}

function closedGaps(createdAt: number, closed: { at: number; restoredAfter: number | null } | null): { from: number; to: number | null }[] {
  if (!closed || closed.at < createdAt) return [];
  return [{ from: closed.at, to: closed.restoredAfter === null ? null : closed.at + closed.restoredAfter * grainMs }];
}

const inOrder = <T extends { at: number }>(steps: T[], createdAt: number) =>
  steps.filter((step) => step.at >= createdAt).sort((a, b) => a.at - b.at);

const arbitraryDependency = (issues: string[]) =>
  fc
    .record({
      blocker: fc.constantFrom(...issues),
      blocked: fc.constantFrom(...issues),
      from: instant,
      lasts: fc.option(fc.integer({ min: 0, max: worldGrains / 2 }), { nil: null }),
    })
    .map(({ lasts, ...link }) => [{ ...link, to: lasts === null ? null : link.from + lasts * grainMs }]);

/** Issues that block each other in a circle, to this day. */
const circle = (issues: string[]) =>
  fc
    .record({ members: fc.uniqueArray(fc.constantFrom(...issues), { maxLength: 3 }), from: instant })
    .map(({ members, from }) =>
      members.map((blocker, k) => ({ blocker, blocked: members[(k + 1) % members.length] as string, from, to: null as number | null })),
    );

/** Added and removed several times at one instant; now and then it stands after that. */
const flickering = (issues: string[]) =>
  fc
    .record({
      blocker: fc.constantFrom(...issues),
      blocked: fc.constantFrom(...issues),
      from: instant,
      times: fc.integer({ min: 2, max: 4 }),
      stands: fc.boolean(),
    })
    .map(({ times, stands, from, ...ends }) => {
      const lasting = Array.from({ length: times }, () => ({ ...ends, from, to: from as number | null }));
      return stands ? [...lasting, { ...ends, from, to: null }] : lasting;
    });
