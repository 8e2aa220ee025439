import { describe, expect, it } from 'vitest';
import type { Company } from '../company/company.ts';
import { isClosed } from '../company/enter-state.ts';
import type { Issue } from '../company/issue.ts';
import { generateCompany } from './generate-company.ts';

const TODAY = Date.parse('2026-11-20T12:00:00Z');
const DAY_MS = 86_400_000;
const company = generateCompany({ seed: 7, issues: 3000, today: TODAY });

describe('a made-up company', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = generateCompany({ seed: 7, issues: 300, today: TODAY });
    const same = generateCompany({ seed: 7, issues: 300, today: TODAY });
    const other = generateCompany({ seed: 8, issues: 300, today: TODAY });
    expect(summarize(same)).toEqual(summarize(again));
    expect(summarize(other)).not.toEqual(summarize(again));
  });

  it('has the number of issues asked for, and teams to match', () => {
    expect(company.issues.size).toBe(3000);
    expect(company.teams.size).toBe(21);
    expect(generateCompany({ seed: 1, issues: 300, today: TODAY }).teams.size).toBe(6);
  });

  it('has no two records with one id or one identifier', () => {
    const ids = new Set<string>();
    const kinds = [company.users, company.teams, company.states, company.cycles, company.projects, company.issues, company.relations];
    for (const kind of kinds) for (const { id } of kind) ids.add(id);
    expect(ids.size).toBe(kinds.reduce((sum, { size }) => sum + size, 0));
    expect(new Set(company.issues.all.map(({ identifier }) => identifier)).size).toBe(3000);
    expect(new Set(company.users.all.map(({ email }) => email)).size).toBe(company.users.size);
  });

  it('has nothing in it that is still to come, except plans', () => {
    const instants = [
      ...company.issues.all.flatMap(({ createdAt, history }) => [createdAt, ...history.map((entry) => entry.createdAt)]),
      ...[company.issues, company.initiatives, company.projects, company.relations, company.users].flatMap(({ all }) =>
        all.map(({ updatedAt }) => updatedAt),
      ),
    ];
    expect(instants.filter((instant) => !(instant <= TODAY))).toEqual([]);
  });

  it('tells each issue in spans without gaps that its history agrees with', () => {
    const broken = company.issues.all.filter(({ createdAt, state, team, identifier, stateSpans, teamSpans, history }) => {
      const [first, ...later] = stateSpans;
      const changes = history.filter(({ toState }) => toState);
      return !(
        first?.startedAt === createdAt &&
        stateSpans.at(-1)?.state === state &&
        stateSpans.at(-1)?.endedAt === null &&
        teamSpans.at(-1)?.team === team &&
        teamSpans.at(-1)?.identifier === identifier &&
        later.every((span, place) => stateSpans[place]?.endedAt === span.startedAt && span.startedAt >= createdAt) &&
        changes.length === later.length &&
        later.every((span, place) => changes[place]?.createdAt === span.startedAt && changes[place]?.toState === span.state)
      );
    });
    expect(broken.map(({ identifier }) => identifier)).toEqual([]);
  });

  it('knows all the special cases of a tracker', () => {
    const issues = company.issues.all;
    const codes = new Set(
      issues.flatMap(({ history }) => history.flatMap(({ relationChanges }) => relationChanges?.map(({ type }) => type) ?? [])),
    );
    for (const code of ['ab', 'ax', 'rb', 'rx', 'br', 'xr', 'ar', 'ad', 'am', 'qz']) expect(codes).toContain(code);
    const counts = {
      moved: issues.filter(({ previousIdentifiers }) => previousIdentifiers.length > 0).length,
      archived: issues.filter(({ autoArchivedAt }) => autoArchivedAt !== null).length,
      trashed: issues.filter(({ trashed }) => trashed).length,
      autoClosed: issues.filter(({ autoClosedAt }) => autoClosedAt !== null).length,
      reopened: issues.filter(isReopened).length,
      reassigned: issues.filter(({ history }) => history.some(({ fromAssignee }) => fromAssignee)).length,
      filedLater: issues.filter(({ history }) => history.some(({ toProject }) => toProject)).length,
      subIssues: issues.filter(({ parent }) => parent !== null).length,
      ofPeopleWhoLeft: issues.filter(({ assignee }) => assignee?.active === false).length,
      inCycles: issues.filter(({ cycle }) => cycle !== null).length,
      removedLinks: company.removedRelations.length,
      apps: company.users.all.filter(({ app }) => app).length,
    };
    for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
    expect(counts.trashed).toBeLessThan(60);
  });

  it('has every kind of accountability', () => {
    const active = company.initiatives.all.filter(({ status }) => status === 'Active');
    const spans = new Map<string, number>();
    for (const { owner } of active) if (owner) spans.set(owner.id, (spans.get(owner.id) ?? 0) + 1);
    expect(Math.max(...spans.values())).toBeGreaterThanOrEqual(3);
    const leadCounts = active
      .filter(({ owner }) => owner === null)
      .map(({ toProjects }) => new Set(toProjects.flatMap(({ project }) => project.lead?.id ?? [])).size);
    expect(leadCounts).toContain(0);
    expect(leadCounts).toContain(1);
    expect(Math.max(...leadCounts)).toBeGreaterThanOrEqual(2);
    expect(active.some(({ owner }) => owner?.active === false)).toBe(true);
    expect(company.initiatives.all.some(({ subInitiatives }) => subInitiatives.length > 1)).toBe(true);
    expect(company.initiatives.all.some(({ history }) => history.length >= 2)).toBe(true);
  });

  it('has a deadlock of three teams today', () => {
    const waitsFor = (issue: Issue) =>
      issue.inverseRelations
        .filter(({ type }) => type === 'blocks')
        .map(({ issue: blocker }) => blocker)
        .filter((blocker) => !isClosed(blocker.state) && blocker.team !== issue.team);
    const circles = company.issues.all.filter((first) =>
      waitsFor(first).some((second) => waitsFor(second).some((third) => third !== first && waitsFor(third).includes(first))),
    );
    expect(circles.filter(({ state }) => !isClosed(state)).length).toBeGreaterThanOrEqual(3);
  });

  it('waits for weeks on the platform, for days on reviews', () => {
    const platform = median(waitDays(company, 'PLT'));
    const reviews = median(waitDays(company, 'SEC'));
    expect(platform).toBeGreaterThan(8);
    expect(platform).toBeLessThan(40);
    expect(reviews).toBeGreaterThan(1);
    expect(reviews).toBeLessThan(8);
  });
});

function isReopened({ stateSpans }: Issue): boolean {
  const first = stateSpans.findIndex(({ state }) => state.type === 'completed');
  return first >= 0 && stateSpans.slice(first).some(({ state }) => state.type === 'started');
}

/** Days in which an issue in play waited on the team, per link. */
function waitDays({ relations }: Company, key: string): number[] {
  return relations.all.flatMap(({ type, issue: blocker, relatedIssue, createdAt }) => {
    if (type !== 'blocks' || blocker.team.key !== key || relatedIssue.team === blocker.team) return [];
    const until = blocker.stateSpans.find(({ state }) => isClosed(state))?.startedAt ?? TODAY;
    return relatedIssue.stateSpans
      .filter(({ state }) => state.type === 'unstarted' || state.type === 'started')
      .map(({ startedAt, endedAt }) => Math.min(endedAt ?? TODAY, until) - Math.max(startedAt, createdAt))
      .filter((durationMs) => durationMs > 0)
      .map((durationMs) => durationMs / DAY_MS);
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function summarize({ issues, users, relations }: Company) {
  return {
    issues: issues.all.map(({ id, title, identifier, updatedAt }) => [id, title, identifier, updatedAt]),
    users: users.all.map(({ name }) => name),
    relations: relations.all.map(({ id, createdAt }) => [id, createdAt]),
  };
}
