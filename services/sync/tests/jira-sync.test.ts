import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import {
  addRelation,
  assign,
  type Company,
  changeOwner,
  changeProject,
  changeState,
  changeTeamKey,
  createIssue,
  type Deployment,
  deactivate,
  deleteForever,
  generateCompany,
  hide,
  type Issue,
  type JiraTwin,
  moveTeam,
  removeRelation,
  renameTeam,
  show,
} from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWrites, readFacts, readRows, readTransactionId } from './facts.ts';
import { makeClock, makeWorkspace, serveJira, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const minuteMs = 60_000;
const clock = makeClock(today);
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

function first<T>(things: Iterable<T>, matches: (thing: T) => boolean = () => true): T {
  for (const thing of things) if (matches(thing)) return thing;
  throw new Error('expected the company to have such a thing');
}

async function listFacts(organizationId: string): Promise<Set<string>> {
  const facts = await readFacts(test, organizationId);
  return new Set(Object.entries(facts).flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`)));
}

async function expectSameFacts(followed: Workspace, fresh: Workspace): Promise<void> {
  const [one, other] = [await listFacts(followed.organizationId), await listFacts(fresh.organizationId)];
  const without = (facts: Set<string>, others: Set<string>) => [...facts].filter((fact) => !others.has(fact));
  expect({ tooMany: without(one, other), tooFew: without(other, one) }).toEqual({ tooMany: [], tooFew: [] });
}

describe.each(['cloud', 'data-center'] as const)('a Jira of the kind %s', (jira: Deployment) => {
  let company: Company;
  let twin: JiraTwin;
  let workspace: Workspace;

  beforeAll(async () => {
    company = generateCompany({ seed: 8, issues: 300, today: clock.now(), fits: 'jira' });
    twin = await serveJira(company, clock, jira);
    workspace = await makeWorkspace(test, { url: twin.url, clock, jira });
    await workspace.sync('backfill');
  });
  afterAll(() => twin?.close());

  const fresh = async (mapping: Record<string, unknown> = {}) => {
    const one = await makeWorkspace(test, { url: twin.url, clock, jira, mapping });
    await one.sync('backfill');
    return one;
  };
  const openIssue = () => first(company.issues, ({ state, archivedAt }) => state.type === 'started' && archivedAt === null);
  const standingBlock = () => first(company.relations, ({ type }) => type === 'blocks');
  const otherTeam = (issue: Issue) => first(company.teams, (team) => team !== issue.team);

  describe('a second sync', () => {
    it.each(['incremental', 'reconcile', 'backfill', 'remap'] as const)('of an unchanged site writes no fact: %s', async (kind) => {
      clock.advance(20 * minuteMs);
      const since = await readTransactionId(test);
      await workspace.sync(kind);
      expect(await countWrites(test, workspace.organizationId, since)).toEqual({});
      expect(await countWrites(test, workspace.organizationId, '0')).toMatchObject({ project: company.projects.size });
    });
  });

  describe('an incremental sync comes to the facts of a first one after', () => {
    const changes: Record<string, (at: number) => unknown> = {
      'a new issue': (at) => createIssue(company, { team: first(company.teams), title: 'Came later' }, at),
      'a change of status': (at) => changeState(company, openIssue(), 'completed', at),
      'a move to another project': (at) => {
        const issue = openIssue();
        moveTeam(company, issue, otherTeam(issue), at);
      },
      'a change of assignee': (at) => assign(company, openIssue(), first(company.users), at),
      'a change of epic': (at) => changeProject(company, openIssue(), first(company.projects), at),
      'a new link': (at) => {
        const blocker = openIssue();
        addRelation(company, { issue: blocker, relatedIssue: first(company.issues, ({ team }) => team !== blocker.team) }, at);
      },
      'a link that is taken back': (at) => removeRelation(company, standingBlock(), at),
      'a link that is taken back and set again': (at) => {
        const { issue, relatedIssue } = standingBlock();
        removeRelation(company, standingBlock(), at);
        addRelation(company, { issue, relatedIssue }, at + minuteMs);
      },
      'a new name of a project': (at) => renameTeam(company, first(company.teams), 'Renamed', at),
      'a new owner of an initiative': (at) =>
        changeOwner(
          company,
          first(company.initiatives),
          first(company.users, ({ active }) => active),
          at,
        ),
    };

    // Each on its own where everything is asked for apart; elsewhere a few at a time.
    const together = jira === 'cloud' ? 1 : 4;
    const names = Object.keys(changes);
    const rounds = Array.from({ length: Math.ceil(names.length / together) }, (_, i) => names.slice(i * together, (i + 1) * together));

    it.each(rounds.map((round) => [round.join(', '), round] as const))('%s', async (_what, round) => {
      for (const change of round) {
        clock.advance(20 * minuteMs);
        changes[change]?.(clock.now());
        clock.advance(20 * minuteMs);
        await workspace.sync('incremental');
      }
      await expectSameFacts(workspace, await fresh());
    });
  });

  describe('a mapping that is changed', () => {
    const mappings: Record<string, () => Record<string, unknown>> = {
      'other categories of statuses': () => ({ statuses: { [someStatusId()]: 'canceled' } }),
      'teams in groups': () => ({ teams: { source: 'project', groups: [{ name: 'Everything', keys: keysOf(3) }] } }),
      'links that do not block': () => ({ linkTypes: { [blocksTypeId()]: { blocks: 'none' } } }),
      'links the other way round': () => ({ linkTypes: { [blocksTypeId()]: { blocks: 'inward' } } }),
      'epics as initiatives': () => ({ initiativeLevel: 1 }),
      'nothing chosen': () => ({}),
    };
    const keysOf = (count: number) => company.teams.all.slice(0, count).map(({ key }) => key);
    let someStatusId: () => string;
    let blocksTypeId: () => string;

    beforeAll(async () => {
      const raw = await readRows(
        test,
        workspace.organizationId,
        sql<{ kind: string; external_id: string; payload: { name: string } }>`
          select kind, external_id, payload from raw_item where kind in ('jira-status', 'jira-link-type') order by external_id`,
      );
      const idOf = (kind: string, name: string) => first(raw, (item) => item.kind === kind && item.payload.name === name).external_id;
      someStatusId = () => idOf('jira-status', 'In Progress');
      blocksTypeId = () => idOf('jira-link-type', 'Blocks');
    });

    const tried = Object.keys(mappings).filter((_, place) => jira === 'cloud' || place % 3 === 1);

    it.each(tried)('comes to the facts of a first sync with it, and asks the tracker nothing: %s', async (name) => {
      const mapping = mappings[name]?.() ?? {};
      const asked = twin.ledger.entries.length;
      await readRows(test, workspace.organizationId, sql`update connection set mapping = ${JSON.stringify(mapping)}::jsonb`);
      await workspace.sync('remap');
      expect(twin.ledger.entries.length).toBe(asked);
      await expectSameFacts(workspace, await fresh(mapping));
    });
  });

  describe('what is gone', () => {
    it('is closed when that was seen, and stays so when it is mapped again', async () => {
      const { issue } = standingBlock();
      deleteForever(company, issue, clock.now());
      clock.advance(20 * minuteMs);
      const seenAt = new Date(clock.now());
      await workspace.sync('incremental');
      const closed = () =>
        readRows(
          test,
          workspace.organizationId,
          sql<{ closed_at: Date }>`
            select i.closed_at from issue i join issue_change c on c.issue_id = i.id and c.external_id = 'deleted' where not i.is_stub`,
        );
      expect(await closed()).toEqual([{ closed_at: seenAt }]);
      clock.advance(20 * minuteMs);
      await readRows(test, workspace.organizationId, sql`update connection set mapping = '{"initiativeOwnerField": "reporter"}'`);
      await workspace.sync('remap');
      await readRows(test, workspace.organizationId, sql`update connection set mapping = '{}'`);
      await workspace.sync('remap');
      expect(await closed()).toEqual([{ closed_at: seenAt }]);
    });

    it('was only hidden when it comes back: then it never was closed', async () => {
      const returning = await fresh();
      const issue = openIssue();
      hide(twin.site, issue);
      clock.advance(20 * minuteMs);
      await returning.sync('incremental');
      expect(await readRows(test, returning.organizationId, sql`select 1 from issue_change where external_id = 'deleted'`)).toHaveLength(1);
      show(twin.site, issue);
      clock.advance(20 * minuteMs);
      await returning.sync('incremental');
      await expectSameFacts(returning, await fresh());
    });

    it('is nobody’s loss of rights: where too much is missing, nothing is removed, and that is said', async () => {
      const losing = await fresh();
      const before = await listFacts(losing.organizationId);
      for (const team of company.teams.all.slice(0, 3)) hide(twin.site, team);
      clock.advance(20 * minuteMs);
      const syncId = await losing.sync('incremental');
      for (const team of company.teams.all.slice(0, 3)) show(twin.site, team);
      const closedNow = [...(await listFacts(losing.organizationId))].filter(
        (fact) => fact.startsWith('issue_change') && !before.has(fact),
      );
      expect(closedNow).toEqual([]);
      const problems = sql<{ kind: string }>`select kind from sync_problem where sync_id = ${syncId} and kind = 'too-many-missing'`;
      expect(await readRows(test, losing.organizationId, problems)).toHaveLength(1);
    });
  });

  it('somebody leaving is seen when everything is reconciled', async () => {
    deactivate(
      company,
      first(company.users, ({ active }) => active),
      clock.now(),
    );
    clock.advance(20 * minuteMs);
    const following = await fresh();
    await following.sync('reconcile');
    await expectSameFacts(following, await fresh());
  });
  it('a project that gets another key keeps what is known of its issues, by both keys', async () => {
    const following = await fresh();
    const before = await readFacts(test, following.organizationId);
    changeTeamKey(company, first(company.teams), 'NEWKEY', clock.now());
    clock.advance(20 * minuteMs);
    await following.sync('incremental');
    const [after, anew] = [await readFacts(test, following.organizationId), await readFacts(test, (await fresh()).organizationId)];
    expect(after.issue.map(({ id, key }) => [id, key])).toEqual(anew.issue.map(({ id, key }) => [id, key]));
    expect(after.issue.filter(({ key }) => String(key).startsWith('NEWKEY-')).length).toBeGreaterThan(10);
    expect(after.dependency).toEqual(before.dependency);
    expect(after.issue_key.length).toBeGreaterThan(before.issue_key.length);
  });
});
