import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { type Company, generateCompany, type Issue, type Twin } from '@speedtax/tracker-twin';
import { deriveId } from '@speedtax/trackers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWrites, type FactTable, readFacts, readRows, readTransactionId } from './facts.ts';
import { connectionId, makeClock, makeWorkspace, serve, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const clock = makeClock(today);
let test: TestDatabase;
let company: Company;
let twin: Twin;
let workspace: Workspace;
let facts: Record<FactTable, Record<string, unknown>[]>;

beforeAll(async () => {
  test = await makeTestDatabase();
  company = generateCompany({ seed: 11, issues: 600, today });
  twin = await serve(company, clock);
  workspace = await makeWorkspace(test, { url: twin.url, clock });
  await workspace.sync('backfill');
  facts = await readFacts(test, workspace.organizationId);
});
afterAll(async () => {
  await twin?.close();
  await test?.close();
});

const idOf = (kind: Parameters<typeof deriveId>[1], thing: { id: string } | null) =>
  thing ? deriveId(connectionId, kind, thing.id) : null;
const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
const sameInstant = (text: unknown) => (text === null ? null : new Date(String(text)).toISOString());

describe('a first sync', () => {
  it('finds everything there is, once', () => {
    const counts = Object.fromEntries(Object.entries(facts).map(([table, rows]) => [table, rows.length]));
    expect(counts).toMatchObject({
      person: company.users.size,
      team: company.teams.size,
      team_member: company.memberships.size,
      workflow_status: company.states.size,
      initiative: company.initiatives.size,
      initiative_parent: company.initiativeRelations.size,
      project: company.projects.size,
      project_initiative: company.initiativeToProjects.size,
      project_team: company.projects.all.reduce((sum, { teams }) => sum + new Set(teams).size, 0),
      project_member: company.projects.all.reduce((sum, { members }) => sum + new Set(members).size, 0),
      project_dependency: company.projectRelations.size,
      milestone: company.milestones.size,
      cycle: company.cycles.size,
      issue: company.issues.size,
      issue_link: company.relations.all.filter(({ type }) => type === 'blocks').length,
    });
  });

  it('knows each issue as the tracker does', () => {
    const byId = new Map(facts.issue.map((row) => [row.external_id, row]));
    for (const issue of company.issues) {
      const row = byId.get(issue.id);
      expect(row).toMatchObject({
        key: issue.identifier,
        title: issue.title,
        team_id: idOf('team', issue.team),
        status_id: idOf('status', issue.state),
        project_id: idOf('project', issue.project),
        assignee_id: idOf('person', issue.assignee),
        parent_id: idOf('issue', issue.parent),
        cycle_id: idOf('cycle', issue.cycle),
        milestone_id: idOf('milestone', issue.projectMilestone),
        labels: issue.labels.map(({ name }) => name).sort(),
        is_defect: issue.labels.some(({ name }) => name === 'Bug'),
        is_stub: false,
      });
      expect([row?.created_at, row?.completed_at, row?.closed_at].map((at) => sameInstant(at ?? null))).toEqual([
        iso(issue.createdAt),
        iso(issue.completedAt),
        iso(issue.archivedAt),
      ]);
      // Everything the tracker says of its past has been read.
      expect(sameInstant(row?.history_read_at)).toBe(iso(issue.updatedAt));
    }
  });

  it('knows every status and team an issue has had, and since when', () => {
    for (const [field, kind, spansOf] of [
      ['status', 'status', (issue: Issue) => issue.stateSpans.map(({ state, startedAt }) => [state, startedAt] as const)],
      ['team', 'team', (issue: Issue) => issue.teamSpans.map(({ team, startedAt }) => [team, startedAt] as const)],
    ] as const) {
      const changes = Map.groupBy(
        facts.issue_change.filter((change) => change.field === field),
        ({ issue_id }) => issue_id,
      );
      for (const issue of company.issues) {
        const told = (changes.get(idOf('issue', issue)) ?? []).sort((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)));
        const spans = spansOf(issue).filter(([thing], place, all) => thing !== all[place - 1]?.[0]);
        expect(told.map(({ at, to_id }) => [to_id, sameInstant(at)])).toEqual(
          spans.slice(1).map(([thing, at]) => [idOf(kind, thing), iso(at)]),
        );
        if (told.length > 0) expect(told[0]?.from_id).toBe(idOf(kind, spans[0]?.[0] ?? null));
      }
    }
  });

  it('knows when each blocker blocked, of links that stand and of links that are gone', () => {
    const blocks = [...company.relations.all, ...company.removedRelations].filter(({ type }) => type === 'blocks');
    const truth = blocks.map(({ issue, relatedIssue, createdAt, removedAt }) =>
      [idOf('issue', issue), idOf('issue', relatedIssue), iso(createdAt), iso(removedAt)].join(' '),
    );
    const found = facts.dependency.map((row) =>
      [row.blocker_issue_id, row.blocked_issue_id, sameInstant(row.from_at), row.to_at === null ? iso(null) : sameInstant(row.to_at)].join(
        ' ',
      ),
    );
    expect(found.sort()).toEqual(truth.sort());
    expect(company.removedRelations.filter(({ type }) => type === 'blocks').length).toBeGreaterThan(0);
  });

  it('knows who owns and who owned each initiative', () => {
    const owners = new Map(facts.initiative.map((row) => [row.external_id, row.owner_id]));
    for (const initiative of company.initiatives) expect(owners.get(initiative.id)).toBe(idOf('person', initiative.owner));
    const told = company.initiatives.all.flatMap(({ history }) => history.filter(({ entries }) => 'toOwnerId' in entries));
    expect(facts.initiative_owner_change.length).toBe(told.length);
    expect(told.length).toBeGreaterThan(0);
  });

  it('counts what it could not read, and goes on', async () => {
    const problems = await readRows(test, workspace.organizationId, sql<{ kind: string }>`select kind from sync_problem`);
    expect(problems).toEqual([{ kind: 'unknown-link-code' }]);
  });

  it('says how far it came', async () => {
    const [sync] = await readRows(
      test,
      workspace.organizationId,
      sql<Record<string, unknown>>`select state, done, total, requests, error from sync`,
    );
    expect(sync).toMatchObject({ state: 'done', error: null, requests: twin.ledger.entries.length });
    expect(sync?.done).toBe(sync?.total);
    expect(sync?.done).toBeGreaterThan(company.issues.size);
    const [connection] = await readRows(test, workspace.organizationId, sql<{ status: string }>`select status from connection`);
    expect(connection?.status).toBe('ready');
  });

  it('asks for little more than it must', () => {
    expect(twin.ledger.entries.filter(({ status }) => status !== 200)).toEqual([]);
    expect(twin.ledger.points).toBeLessThan(company.issues.size * 250);
  });
});

describe('a second sync', () => {
  it.each(['incremental', 'reconcile', 'backfill'] as const)('of an unchanged workspace writes no fact: %s', async (kind) => {
    clock.advance(3_600_000);
    const since = await readTransactionId(test);
    await workspace.sync(kind);
    expect(await countWrites(test, workspace.organizationId, since)).toEqual({});
    expect(await countWrites(test, workspace.organizationId, '0')).toMatchObject({ issue: company.issues.size });
  });
});
