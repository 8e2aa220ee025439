import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import {
  addRelation,
  archive,
  assign,
  type Company,
  changeOwner,
  changeProject,
  changeState,
  changeTeamKey,
  createIssue,
  deactivate,
  deleteForever,
  generateCompany,
  type Issue,
  moveTeam,
  removeRelation,
  renameTeam,
  restore,
  type Twin,
  trash,
} from '@speedtax/tracker-twin';
import { deriveId } from '@speedtax/trackers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts, readRows } from './facts.ts';
import { connectionId, makeClock, makeWorkspace, serve, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const minuteMs = 60_000;
const clock = makeClock(today);
let test: TestDatabase;
let company: Company;
let twin: Twin;
let workspace: Workspace;

beforeAll(async () => {
  test = await makeTestDatabase();
  company = generateCompany({ seed: 8, issues: 300, today });
  twin = await serve(company, clock);
  workspace = await makeWorkspace(test, { url: twin.url, clock });
  await workspace.sync('backfill');
});
afterAll(async () => {
  await twin?.close();
  await test?.close();
});

function first<T>(things: Iterable<T>, matches: (thing: T) => boolean = () => true): T {
  for (const thing of things) if (matches(thing)) return thing;
  throw new Error('expected the company to have such a thing');
}

const openIssue = () => first(company.issues, ({ state, archivedAt }) => state.type === 'started' && archivedAt === null);
const standingBlock = () => first(company.relations, ({ type }) => type === 'blocks');
const otherTeam = (issue: Issue) => first(company.teams, (team) => team !== issue.team);

async function listFacts(organizationId: string): Promise<Set<string>> {
  const facts = await readFacts(test, organizationId);
  return new Set(Object.entries(facts).flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`)));
}

async function expectFactsOfFreshSync({ organizationId }: Workspace): Promise<void> {
  const fresh = await makeWorkspace(test, { url: twin.url, clock });
  await fresh.sync('backfill');
  const [followed, found] = [await listFacts(organizationId), await listFacts(fresh.organizationId)];
  const without = (facts: Set<string>, others: Set<string>) => [...facts].filter((fact) => !others.has(fact));
  expect({ tooMany: without(followed, found), tooFew: without(found, followed) }).toEqual({ tooMany: [], tooFew: [] });
}

describe('an incremental sync comes to the facts of a first one after', () => {
  const changes: Record<string, (at: number) => unknown> = {
    'a new issue': (at) => createIssue(company, { team: first(company.teams), title: 'Came later' }, at),
    'a change of state': (at) => changeState(company, openIssue(), 'completed', at),
    'a reopening': (at) =>
      changeState(
        company,
        first(company.issues, ({ state }) => state.type === 'completed'),
        'started',
        at,
      ),
    'a move to another team': (at) => {
      const issue = openIssue();
      moveTeam(company, issue, otherTeam(issue), at);
    },
    'a change of assignee': (at) => assign(company, openIssue(), first(company.users), at),
    'a change of project': (at) => changeProject(company, openIssue(), first(company.projects), at),
    'a new link, that touches neither end': (at) => {
      const blocker = openIssue();
      addRelation(company, { issue: blocker, relatedIssue: first(company.issues, ({ team }) => team !== blocker.team) }, at);
    },
    'a link that is taken back, which touches neither end': (at) => removeRelation(company, standingBlock(), at),
    'a link that is taken back and set again': (at) => {
      const { issue, relatedIssue } = standingBlock();
      removeRelation(company, standingBlock(), at);
      addRelation(company, { issue, relatedIssue }, at + minuteMs);
    },
    'an archiving': (at) => archive(company, openIssue(), at),
    'a trashing': (at) => trash(company, openIssue(), at),
    'something taken out of the bin': (at) =>
      restore(
        company,
        first(company.issues, ({ trashed }) => trashed === true),
        at,
      ),
    'a new name of a team': (at) => renameTeam(company, first(company.teams), 'Renamed', at),
    'a new key of a team, that touches no issue': (at) => changeTeamKey(company, first(company.teams), 'NEWKEY', at),
    'a new owner': (at) =>
      changeOwner(
        company,
        first(company.initiatives),
        first(company.users, ({ active }) => active),
        at,
      ),
    'somebody leaving': (at) =>
      deactivate(
        company,
        first(company.users, ({ active }) => active),
        at,
      ),
  };

  it.each(Object.keys(changes))('%s', async (change) => {
    clock.advance(20 * minuteMs);
    changes[change]?.(clock.now());
    clock.advance(20 * minuteMs);
    await workspace.sync('incremental');
    await expectFactsOfFreshSync(workspace);
  });
});

describe('an issue that is deleted for ever', () => {
  it('is closed when that was seen, and its links end with it', async () => {
    const { issue, relatedIssue } = standingBlock();
    clock.advance(20 * minuteMs);
    deleteForever(company, issue, clock.now());
    clock.advance(20 * minuteMs);
    const seenAt = new Date(clock.now());
    await workspace.sync('incremental');
    const [row] = await readRows(
      test,
      workspace.organizationId,
      sql<{ closed_at: Date }>`select closed_at from issue where id = ${deriveId(connectionId, 'issue', issue.id)}`,
    );
    expect(row?.closed_at).toEqual(issue.archivedAt === null ? seenAt : new Date(issue.archivedAt));
    const [dependency] = await readRows(
      test,
      workspace.organizationId,
      sql<{ to_at: Date; start_evidence: string }>`select to_at, start_evidence from dependency
        where blocker_issue_id = ${deriveId(connectionId, 'issue', issue.id)} and blocked_issue_id = ${deriveId(connectionId, 'issue', relatedIssue.id)}`,
    );
    expect(dependency).toEqual({ to_at: seenAt, start_evidence: 'link' });
  });
});

describe('issues that come into sight without a change', () => {
  /** Takes an issue and its relations out of sight. @returns what brings them back as they were */
  function hide(hidden: Issue): () => void {
    const relations = [...hidden.relations, ...hidden.inverseRelations];
    company.issues.remove(hidden);
    for (const relation of relations) {
      company.relations.remove(relation);
      relation.issue.relations.splice(relation.issue.relations.indexOf(relation), 1);
      relation.relatedIssue.inverseRelations.splice(relation.relatedIssue.inverseRelations.indexOf(relation), 1);
    }
    return () => {
      company.issues.add(hidden);
      for (const relation of relations) {
        company.relations.add(relation);
        relation.issue.relations.push(relation);
        relation.relatedIssue.inverseRelations.push(relation);
      }
    };
  }

  it('are read with their histories when nobody knew of them', async () => {
    const blocker = standingBlock().issue;
    const others = [...company.issues].filter((issue) => issue !== blocker && issue.history.length > 1).slice(0, 60);
    const shows = [blocker, ...others].map(hide);
    const joining = await makeWorkspace(test, { url: twin.url, clock });
    await joining.sync('backfill');
    for (const show of shows.reverse()) show();
    clock.advance(20 * minuteMs);
    await joining.sync('incremental');
    await expectFactsOfFreshSync(joining);
  });

  it('bring the team and the statuses they name', async () => {
    const team = first(company.teams, () => true);
    const statuses = [...company.states].filter((state) => state.team === team);
    company.teams.remove(team);
    for (const status of statuses) company.states.remove(status);
    const joining = await makeWorkspace(test, { url: twin.url, clock });
    await joining.sync('backfill');
    company.teams.add(team);
    for (const status of statuses) company.states.add(status);
    clock.advance(20 * minuteMs);
    await joining.sync('incremental');
    await expectFactsOfFreshSync(joining);
  });

  it('are as if they never had been closed when they were taken for deleted', async () => {
    const returning = await makeWorkspace(test, { url: twin.url, clock });
    await returning.sync('backfill');
    const blocker = first(company.issues, (issue) => issue.archivedAt === null && issue.relations.some(({ type }) => type === 'blocks'));
    const lone = first(
      company.issues,
      (issue) => issue.archivedAt === null && issue.relations.length + issue.inverseRelations.length === 0,
    );
    const shows = [hide(blocker), hide(lone)];
    clock.advance(20 * minuteMs);
    await returning.sync('incremental');
    const closed = sql<{ id: string }>`select issue_id as id from issue_change where external_id = 'deleted' order by 1`;
    const ids = [blocker, lone].map(({ id }) => ({ id: deriveId(connectionId, 'issue', id) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await readRows(test, returning.organizationId, closed)).toEqual(ids);
    for (const show of shows.reverse()) show();
    clock.advance(20 * minuteMs);
    await returning.sync('incremental');
    await expectFactsOfFreshSync(returning);
  });
});

describe('a workspace of which most cannot be seen any more', () => {
  it('keeps its issues and links open, and says so', async () => {
    const seen = await makeWorkspace(test, { url: twin.url, clock });
    await seen.sync('backfill');
    const hidden = generateCompany({ seed: 99, issues: 300, today });
    const other = await serve(hidden, clock);
    await readRows(test, seen.organizationId, sql`update connection set base_url = ${other.url}`);
    const before = await readFacts(test, seen.organizationId);
    clock.advance(20 * minuteMs);
    const syncId = await seen.sync('incremental');
    await other.close();
    const after = await readFacts(test, seen.organizationId);
    const known = new Map(after.issue.map((issue) => [issue.id, issue.closed_at]));
    for (const issue of before.issue) expect(known.get(issue.id)).toEqual(issue.closed_at);
    const problems = await readRows(
      test,
      seen.organizationId,
      sql<{
        kind: string;
        subject: string;
      }>`select kind, subject from sync_problem where sync_id = ${syncId} and kind = 'too-many-missing' order by subject`,
    );
    expect(problems).toEqual([
      { kind: 'too-many-missing', subject: 'deleted-issues' },
      { kind: 'too-many-missing', subject: 'issue-links' },
    ]);
  });
});
