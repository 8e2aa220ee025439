import {
  deadlocks,
  endpoints,
  initiative,
  initiativeDetail,
  inputs,
  issueRow,
  issueWaits,
  page,
  quotes,
  series,
  speedTax as speedTaxAnswer,
} from '@speedtax/contract';
import {
  referenceConflicts,
  referenceContributions,
  referenceCourses,
  referenceDeadlocks,
  referenceInputs,
  referenceProjectBlockers,
  referenceQuotes,
  referenceRotation,
} from '@speedtax/domain/reference/reference.ts';
import type { World } from '@speedtax/domain/reference/world.ts';
import { type Company, generateCompany } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { type Installation, startInstallation } from './installation.ts';
import { plansOfCompany } from './plans-of-company.ts';
import { referenceAnswer, referenceInitiativeAnswers, referenceWaits } from './reference-answer.ts';
import { ownerChangesOf, worldOfCompany } from './world-of-company.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
const windows = [
  { title: 'its whole life', from: '2025-01-01', to: '2026-12-01' },
  { title: 'a past quarter', from: '2026-07-01', to: '2026-10-01' },
  { title: 'one day', from: '2026-09-15', to: '2026-09-16' },
  { title: 'the days up to now', from: '2026-11-01', to: '2026-11-21' },
];

describe.each([{ seed: 11 }, { seed: 23 }])('the company of seed $seed, synced over HTTP', ({ seed }) => {
  let installation: Installation;
  let world: World;
  let company: Company;

  beforeAll(async () => {
    company = generateCompany({ seed, issues: 320, today });
    world = worldOfCompany(company);
    installation = await startInstallation(company);
  });
  afterAll(() => installation?.close());

  it.each(windows)('has the speed tax of the literal reference over $title', async ({ from, to }) => {
    const answer = speedTaxAnswer.parse(await installation.get(`/speed-tax?from=${from}&to=${to}`));
    const now = Date.parse(answer.dataCutOff as string);
    const expected = referenceAnswer(world, { from: Date.parse(from), to: Date.parse(to), now });
    const externalIds = new Map(answer.teams.map((team) => [team.teamId, team.externalId]));

    expect(answer.teams.map((team) => team.externalId).sort()).toEqual([...expected.teams.keys()].sort());
    for (const { teamId, externalId, key, name, ...figures } of answer.teams) expectClose(figures, expected.teams.get(externalId), name);
    expectClose(answer.total, expected.total, 'total');

    const pairs = new Map(
      answer.pairs.map(({ waitingTeamId, blockingTeamId, quote, ...pair }) => [
        `${externalIds.get(waitingTeamId)}|${externalIds.get(blockingTeamId)}`,
        pair,
      ]),
    );
    expect([...pairs.keys()].sort()).toEqual([...expected.pairs.keys()].sort());
    for (const [key, pair] of pairs) expectClose(pair, expected.pairs.get(key), key);
  });

  it.each([
    { title: 'the year up to the cut-off', query: '', from: '2025-11-21' },
    { title: 'a past half-year', query: '?from=2026-01-01&to=2026-07-01', from: '2026-01-01', to: '2026-07-01' },
  ])('has the lead-time quotes of the literal reference from the waits of $title', async ({ query, from, to }) => {
    const answer = quotes.parse(await installation.get(`/quotes${query}`));
    const { teams, pairs } = speedTaxAnswer.parse(await installation.get('/speed-tax'));
    const now = Date.parse(answer.dataCutOff as string);
    const expected = referenceQuotes(world, { from: Date.parse(from), to: to === undefined ? now : Date.parse(to), now });
    const nameOf = new Map(teams.map((team) => [team.teamId, team.externalId]));
    const keyOf = (pair: { waitingTeamId: string; blockingTeamId: string }) =>
      `${nameOf.get(pair.waitingTeamId)}|${nameOf.get(pair.blockingTeamId)}`;
    expect(answer.from).toBe(from);
    expect(answer.items.map(keyOf).sort()).toEqual([...expected.keys()].sort());
    expect(answer.items.length).toBeGreaterThan(0);
    for (const { waitingTeamId, blockingTeamId, ...quote } of answer.items) {
      const key = keyOf({ waitingTeamId, blockingTeamId });
      expectClose(quote, expected.get(key), key);
    }
    if (query !== '') return;
    for (const pair of pairs) if (pair.quote) expectClose(pair.quote, expected.get(keyOf(pair)), keyOf(pair));
  });

  it.each(['day', 'week', 'month', 'quarter'])('adds up by %s to the same tax', async (bucket) => {
    const [from, to] = ['2026-06-03', '2026-11-21'];
    const whole = speedTaxAnswer.parse(await installation.get(`/speed-tax?from=${from}&to=${to}`));
    const cut = series.parse(await installation.get(`/speed-tax/series?from=${from}&to=${to}&bucket=${bucket}`));
    const sum = (measure: 'inPlayMs' | 'waitingMs' | 'waitingStartedMs' | 'blockedBeforePlayMs') =>
      cut.items.reduce((total, point) => total + point[measure], 0);
    expect(whole.total.waitingMs).toBeGreaterThan(0);
    for (const measure of ['inPlayMs', 'waitingMs', 'waitingStartedMs', 'blockedBeforePlayMs'] as const) {
      expect(Math.abs(sum(measure) - whole.total[measure])).toBeLessThanOrEqual(cut.items.length);
    }
  });

  it.each(['', '?from=2026-07-01&to=2026-10-01'])('has the initiatives of the literal reference %s', async (query) => {
    const { items } = page(initiative).parse(await installation.get(`/initiatives${query || '?'}&limit=200`));
    const now = await readCutOff();
    const [from, to] = query ? [Date.parse('2026-07-01'), Date.parse('2026-10-01')] : [0, now];
    const expected = referenceInitiativeAnswers(world, { from, to, now });
    expect(items.map((item) => item.externalId).sort()).toEqual([...expected.keys()].sort());
    expect(items.some((item) => item.openExternalBlockers > 0)).toBe(true);
    for (const item of items) {
      const { ownership, ownerSpan, singleThreaded, leadership, resourceControl, openCrossTeamBlockers, openExternalBlockers } = item;
      const { inPlayMs, waitingMs, clockWaitingMs, stalledMs, flaggedMs } = item;
      const accountable = item.accountable.map((person) => person.externalId).sort();
      const figures = {
        ownership,
        accountable,
        ownerSpan,
        singleThreaded,
        leadership,
        resourceControl,
        openCrossTeamBlockers,
        openExternalBlockers,
      };
      expectClose({ ...figures, inPlayMs, waitingMs, clockWaitingMs, stalledMs, flaggedMs }, expected.get(item.externalId), item.name);
    }
  });

  it('has the courses of the literal reference, and they add up', async () => {
    const { items } = page(initiative).parse(await installation.get('/initiatives?limit=200'));
    const expected = referenceCourses(world, await readCutOff());
    expect([...expected.values()].some(({ parts }) => parts !== null)).toBe(true);
    for (const item of items) {
      const { course } = initiativeDetail.parse(await installation.get(`/initiatives/${item.initiativeId}`));
      const toInstant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      const { startAt, endAt, firstValueAt, parts } = expected.get(item.externalId) as NonNullable<ReturnType<typeof expected.get>>;
      const told = { startAt: course.startAt, endAt: course.endAt, firstValueAt: course.firstValueAt, parts: course.parts };
      expect(told, item.name).toEqual({
        startAt: toInstant(startAt),
        endAt: toInstant(endAt),
        firstValueAt: toInstant(firstValueAt),
        parts,
      });
    }
  });

  it('has the contributors of the literal reference', async () => {
    const { items } = page(initiative).parse(await installation.get('/initiatives?limit=200'));
    const [from, to, now] = ['2026-07-01', '2026-10-01', await readCutOff()];
    const expected = referenceContributions(world, { from: Date.parse(from), to: Date.parse(to), now });
    expect([...expected.values()].some(({ people }) => people.size > 0)).toBe(true);
    for (const item of items) {
      const { contributions } = initiativeDetail.parse(await installation.get(`/initiatives/${item.initiativeId}?from=${from}&to=${to}`));
      const { people, issuesPerDedicated, ...coverage } = expected.get(item.externalId) as NonNullable<ReturnType<typeof expected.get>>;
      expectClose(contributions.coverage, coverage, item.name);
      expectClose(contributions.openIssuesPerDedicated, issuesPerDedicated, item.name);
      const told = contributions.people.map(({ person, startedMs, totalStartedMs, dedication }) => [
        person.externalId,
        { intoMs: startedMs, totalMs: totalStartedMs, dedication },
      ]);
      expectClose(Object.fromEntries(told), Object.fromEntries(people), item.name);
    }
  });

  it('has the inversions and date conflicts of the literal reference', async () => {
    const { items } = page(initiative).parse(await installation.get('/initiatives?limit=200'));
    const now = await readCutOff();
    const expected = referenceConflicts(world, plansOfCompany(company, now), now);
    expect(items.some((item) => item.openCrossTeamBlockers > 0)).toBe(true);
    for (const item of items) {
      const { conflicts } = initiativeDetail.parse(await installation.get(`/initiatives/${item.initiativeId}`));
      const tell = (found: typeof conflicts.inversions | typeof conflicts.dates) =>
        found
          .flatMap(({ blocker, blocked, reasons }) => reasons.map((reason) => `${blocker.externalId} ${blocked.externalId} ${reason}`))
          .sort();
      expect({ inversions: tell(conflicts.inversions), dates: tell(conflicts.dates) }, item.name).toEqual(expected.get(item.externalId));
      expect(item.priorityInversions).toBe(new Set(conflicts.inversions.map(({ blocker }) => blocker.issueId)).size);
      expect(item.dateConflicts).toBe(new Set(conflicts.dates.map(({ blocker }) => blocker.issueId)).size);
    }
  });

  it.each([
    { title: 'the last 90 days', query: '' },
    { title: 'a past quarter', query: '?from=2026-07-01&to=2026-10-01' },
  ])('has what a named person can move, of $title, as the literal reference does', async ({ query }) => {
    const { items } = page(initiative).parse(await installation.get('/initiatives?limit=200'));
    const now = await readCutOff();
    const changedAt = new Map(company.issues.all.map((issue) => [issue.id, issue.updatedAt]));
    const externalIdOf = new Map(items.map((item) => [item.initiativeId, item.externalId]));
    let [waits, links] = [0, 0];
    for (const item of items) {
      const answer = inputs.parse(await installation.get(`/initiatives/${item.initiativeId}/inputs${query}`));
      const window = { from: Date.parse(answer.from), to: Date.parse(answer.to), now };
      const expected = referenceInputs(world, window, changedAt).get(item.externalId);
      const { withoutKnownStart, ...agreement } = answer.agreement;
      const told = {
        openExternalBlockers: answer.openExternalBlockers,
        acceptance: answer.acceptance,
        agreement,
        staleLinks: answer.staleLinks.items.map(({ blocker, blocked }) => `${blocker.externalId} ${blocked.externalId}`).sort(),
        withoutLeader: answer.withoutLeader.map(({ initiativeId }) => externalIdOf.get(initiativeId)).sort(),
      };
      expectClose(told, expected, item.name);
      expect(withoutKnownStart).toBe(0);
      waits += answer.acceptance.waits;
      links += agreement.dependencies;
    }
    expect([waits, links].every((count) => count > 0)).toBe(true);
  });

  it('has the project blockers and rotating owners of the literal reference', async () => {
    const { items } = page(initiative).parse(await installation.get('/initiatives?limit=200'));
    const now = await readCutOff();
    const expected = referenceProjectBlockers(world, now);
    const nameOf = new Map(company.projects.all.map(({ id, name }) => [id, name]));
    const ownerChanges = ownerChangesOf(company);
    expect([...expected.values()].flat().length).toBeGreaterThan(0);
    for (const item of items) {
      const answer = await installation.get(`/initiatives/${item.initiativeId}/blockers`);
      const { projects } = endpoints.listInitiativeBlockers.answer.parse(answer);
      const told = projects.map(({ blocker, external, since, blocked }) => {
        return { blocker: blocker.name, external, since: Date.parse(since), blocked: blocked.map(({ name }) => name).sort() };
      });
      const read = expected.get(item.externalId)?.map(({ blocker, blocked, ...rest }) => {
        return { ...rest, blocker: nameOf.get(blocker), blocked: blocked.map((id) => nameOf.get(id)).sort() };
      });
      const byName = (a: { blocker?: string | undefined }, b: { blocker?: string | undefined }) =>
        String(a.blocker) < String(b.blocker) ? -1 : 1;
      expect(told.sort(byName), item.name).toEqual(read?.sort(byName));
      expect(item.openProjectBlockers, item.name).toBe(told.length);
      expect(item.rotating, item.name).toBe(referenceRotation({ ownerChanges }, item.externalId, now));
    }
  });

  it('has the deadlocks of the literal reference', async () => {
    const { issues } = deadlocks.parse(await installation.get('/deadlocks'));
    const expected = referenceDeadlocks(world, await readCutOff()).flat();
    expect(expected.length).toBeGreaterThan(0);
    expect(issues.map((issue) => issue.externalId).sort()).toEqual(expected.sort());
  });

  it('opens every wait down to the intervals and blockers of the literal reference', async () => {
    const { items } = page(issueRow).parse(await installation.get('/issues?waiting=true&from=2025-01-01&to=2026-12-01&limit=200'));
    expect(items.length).toBeGreaterThan(0);
    const now = await readCutOff();
    for (const item of items) {
      const { intervals, waitingMs } = issueWaits.parse(await installation.get(`/issues/${item.issueId}/waits`));
      const expected = referenceWaits(world, item.externalId, now);
      const found = intervals.flatMap(({ from, to, blockedBy }) =>
        blockedBy.flatMap(({ issues }) => issues.map((b) => `${b.externalId} ${from} ${to ?? new Date(now).toISOString()}`)),
      );
      expect(mergeRuns(found)).toEqual(expected);
      expect(waitingMs).toBe(item.waitingMs);
    }
  });

  async function readCutOff(): Promise<number> {
    const { dataCutOff } = speedTaxAnswer.parse(await installation.get('/speed-tax'));
    return Date.parse(dataCutOff as string);
  }
});

/** 'blocker from to' rows with touching runs of one blocker joined, in order. */
function mergeRuns(rows: string[]): string[] {
  const runs: { blocker: string; from: string; to: string }[] = [];
  for (const row of rows.sort()) {
    const [blocker = '', from = '', to = ''] = row.split(' ');
    const last = runs.at(-1);
    if (last && last.blocker === blocker && last.to === from) last.to = to;
    else runs.push({ blocker, from, to });
  }
  return runs.map((run) => `${run.blocker} ${run.from} ${run.to}`);
}
