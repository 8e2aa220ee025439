import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeState, generateCompany, startTwin, type Twin, trash } from '../src/index.ts';
import { ask, KEY, TODAY } from './ask.ts';

let twin: Twin;
beforeAll(async () => {
  const company = generateCompany({ seed: 11, issues: 400, today: TODAY });
  twin = await startTwin({ company, apiKeys: [KEY], limits: 'off', now: () => TODAY + 1 });
});
afterAll(() => twin.close());

const PAGE = `query Page($after: String, $first: Int, $filter: IssueFilter, $sort: [IssueSortInput!], $orderBy: PaginationOrderBy, $all: Boolean) {
  issues(first: $first, after: $after, filter: $filter, sort: $sort, orderBy: $orderBy, includeArchived: $all) {
    nodes { id updatedAt createdAt } pageInfo { hasNextPage endCursor } } }`;

async function readAll(variables: object, onPage: (page: number) => void = () => {}) {
  const nodes: { id: string; updatedAt: string; createdAt: string }[] = [];
  let after: string | null = null;
  for (let page = 0; page < 50; page += 1) {
    const { data, errors } = await ask(twin.url, PAGE, { first: 90, after, ...variables });
    expect(errors).toBeUndefined();
    nodes.push(...data.issues.nodes);
    if (!data.issues.pageInfo.hasNextPage) return nodes;
    after = data.issues.pageInfo.endCursor;
    onPage(page);
  }
  throw new Error('The pages never ended');
}

describe('pages', () => {
  it('tell of every issue once, whatever the size of a page', async () => {
    for (const first of [11, 250]) {
      const ids = (await readAll({ first, all: true })).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(twin.company.issues.size);
    }
  });

  it('come newest first, by creation unless told otherwise', async () => {
    const created = (await readAll({ all: true })).map(({ createdAt }) => createdAt);
    expect(created).toEqual(created.toSorted().toReversed());
    const updated = (await readAll({ all: true, orderBy: 'updatedAt' })).map((node) => node.updatedAt);
    expect(updated).toEqual(updated.toSorted().toReversed());
  });

  it('come oldest first when sorted ascending', async () => {
    const sort = [{ updatedAt: { order: 'Ascending' } }];
    const nodes = await readAll({ all: true, sort });
    expect(nodes.length).toBe(twin.company.issues.size);
    const updated = nodes.map(({ updatedAt }) => updatedAt);
    expect(updated).toEqual(updated.toSorted());
  });

  it('hold 50 when nobody says how many, and never more than 250', async () => {
    const usual = await ask(twin.url, '{ issues(includeArchived: true) { nodes { id } } }');
    expect(usual.data.issues.nodes).toHaveLength(50);
    const tooMany = await ask(twin.url, '{ issues(first: 251) { nodes { id } } }');
    expect(tooMany.errors?.[0]?.extensions.userPresentableMessage).toContain('250');
  });

  it('hide what is archived or trashed unless asked for', async () => {
    const victim = twin.company.issues.all.find(({ archivedAt }) => archivedAt === null);
    if (!victim) throw new Error('Every issue is archived');
    trash(twin.company, victim, TODAY);
    const shown = await readAll({});
    expect(shown.some(({ id }) => id === victim.id)).toBe(false);
    const listed = twin.company.issues.all.filter((issue) => issue.archivedAt === null);
    expect(shown).toHaveLength(listed.length);
  });

  it('miss nothing that did not change, while other issues move to the front', async () => {
    const still = new Set(twin.company.issues.all.map(({ id }) => id));
    const open = twin.company.issues.all.filter(({ state }) => state.type === 'backlog');
    const seen = await readAll({ all: true, orderBy: 'updatedAt', first: 40 }, (page) => {
      const issue = open[page];
      if (!issue) return;
      changeState(twin.company, issue, 'started', TODAY + page);
      still.delete(issue.id);
    });
    const ids = new Set(seen.map(({ id }) => id));
    expect([...still].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('filters', () => {
  it('by updatedAt answer exactly what changed since', async () => {
    const since = TODAY - 40 * 86_400_000;
    const expected = twin.company.issues.all.filter(({ updatedAt }) => updatedAt >= since);
    expect(expected.length).toBeGreaterThan(20);
    for (const orderBy of ['updatedAt', 'createdAt']) {
      const filter = { updatedAt: { gte: new Date(since).toISOString() } };
      expect(await readAll({ all: true, orderBy, filter })).toHaveLength(expected.length);
    }
  });

  it('take a duration as the time before now', async () => {
    const expected = twin.company.issues.all.filter(({ updatedAt }) => updatedAt >= TODAY + 1 - 7 * 86_400_000);
    const nodes = await readAll({ all: true, filter: { updatedAt: { gte: '-P7D' } } });
    expect(nodes).toHaveLength(expected.length);
  });

  it('by ids, team, state and nothing at all combine', async () => {
    const { company } = twin;
    const [team] = company.teams;
    const ids = company.issues.all.slice(0, 100).map(({ id }) => id);
    const filter = {
      id: { in: ids },
      team: { key: { eq: team?.key } },
      or: [{ state: { type: { eq: 'completed' } } }, { assignee: { null: true } }],
    };
    const expected = company.issues.all
      .slice(0, 100)
      .filter((issue) => issue.team === team)
      .filter(({ state, assignee }) => state.type === 'completed' || assignee === null);
    expect(await readAll({ all: true, filter })).toHaveLength(expected.length);
  });
});

describe('what an issue tells', () => {
  it('gives its history newest first, page by page, each entry with an id of its own', async () => {
    const issue = twin.company.issues.all.toSorted((a, b) => b.history.length - a.history.length)[0];
    const query = `query One($id: String!, $after: String) { issue(id: $id) { history(first: 3, after: $after) { nodes { id createdAt } pageInfo { hasNextPage endCursor } } } }`;
    const entries: { id: string; createdAt: string }[] = [];
    for (let after: string | null = null, page = 0; page < 50; page += 1) {
      const { data } = await ask(twin.url, query, { id: issue?.identifier, after });
      entries.push(...data.issue.history.nodes);
      if (!data.issue.history.pageInfo.hasNextPage) break;
      after = data.issue.history.pageInfo.endCursor;
    }
    expect(entries).toHaveLength(issue?.history.length ?? -1);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const instants = entries.map(({ createdAt }) => createdAt);
    expect(instants).toEqual(instants.toSorted().toReversed());
  });

  it('answers partial data with an error for what does not exist', async () => {
    const { status, errors } = await ask(twin.url, '{ issue(id: "nothing") { id } }');
    expect(status).toBe(200);
    expect(errors?.[0]?.message).toBe('Entity not found: Issue');
  });

  it('refuses fields that Linear does not have', async () => {
    const { status, errors } = await ask(twin.url, '{ issues { nodes { blockedBy { id } } } }');
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
