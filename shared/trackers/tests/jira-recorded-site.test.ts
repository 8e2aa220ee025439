import type { Deployment } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapped } from '../src/mapped.ts';
import type { Tracker } from '../src/tracker.ts';
import { type Item, openTracker, phaseOf, readPhase } from './jira-reading.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';
import { isRecordedJiraThere, readRecordedIssues } from './recorded-jira.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const msOf = (text: string) => Date.parse(text);

/** Recorded issues, newest changes and all, behind no more than what a Jira must have. */
function answerBare(deployment: Deployment, issues: readonly Item[]): (asked: Asked) => Answer {
  const sorted = [...issues].sort((a, b) => msOf(a.fields.created) - msOf(b.fields.created));
  const found = (jql: string) => {
    const since = Number(/^updated >= (\d+) ORDER BY created (ASC|DESC), key (ASC|DESC)$/.exec(jql)?.[1] ?? Number.NaN);
    const all = sorted.filter(({ fields }) => msOf(fields.updated) >= since);
    return Number.isNaN(since) ? null : jql.includes('DESC') ? all.reverse() : all;
  };
  return ({ path, body }) => {
    const asked = (body ?? {}) as {
      jql?: string;
      nextPageToken?: string;
      startAt?: number;
      maxResults?: number;
      issueIdsOrKeys?: string[];
    };
    const name = path.split('/').slice(4).join('/');
    if (name === 'serverInfo')
      return { json: { deploymentType: deployment === 'cloud' ? 'Cloud' : 'Server', baseUrl: 'https://old.example' } };
    if (name === 'myself') return { json: { name: 'ann', key: 'ann' } };
    const all = name.startsWith('search') ? found(asked.jql ?? '') : null;
    const [from, size] = [Number(asked.nextPageToken ?? asked.startAt ?? 0), Math.min(asked.maxResults ?? 50, 40)];
    if (name === 'search' && deployment !== 'cloud') {
      return all ? { json: { startAt: from, total: all.length, issues: all.slice(from, from + size) } } : { status: 400 };
    }
    if (name === 'search/jql' && deployment === 'cloud') {
      const page = all?.slice(from, from + size).map(({ changelog: _, ...issue }) => issue);
      return page
        ? { json: { issues: page, nextPageToken: all && from + size < all.length ? String(from + size) : null } }
        : { status: 400 };
    }
    if (name === 'changelog/bulkfetch' && deployment === 'cloud') {
      const wanted = new Set(asked.issueIdsOrKeys);
      const told = issues.filter(({ id, changelog }) => wanted.has(id) && changelog.histories.length > 0);
      return { json: { issueChangeLogs: told.map(({ id, changelog }) => ({ issueId: id, changeHistories: changelog.histories })) } };
    }
    return { status: 404, json: { errorMessage: 'null for uri' } };
  };
}

type Counts = Record<string, number>;

/** Reads everything, and maps it with all that was learned by then. */
async function countRows(tracker: Tracker, deployment: Deployment): Promise<{ rows: Counts; problems: Counts; ids: string[] }> {
  await readPhase(tracker, phaseOf(tracker, 'site'));
  const issuesPhase = phaseOf(tracker, 'issues');
  const { items } = await readPhase(tracker, issuesPhase);
  const ids = items.map(({ id }) => id as string);
  const byId = new Map(items.map((item) => [item.id as string, item]));
  const companionOf = (item: Item) => byId.get(item.id);
  tracker.learn(issuesPhase, items, () => undefined);
  const parts: (() => Mapped[])[] = [() => items.map((item) => tracker.map(issuesPhase, item))];
  if (deployment === 'cloud') {
    const histories = phaseOf(tracker, 'histories');
    const page = await tracker.fetchPage(histories, { ids });
    tracker.learn(histories, page.items, companionOf);
    parts.push(() => page.items.map((item) => tracker.map(histories, item, companionOf(item))));
  }
  const mapped = parts.flatMap((map) => map());
  const [rows, problems]: [Counts, Counts] = [{}, {}];
  for (const one of mapped) {
    for (const [table, list] of Object.entries(one.rows)) rows[table] = (rows[table] ?? 0) + list.length;
    for (const { kind } of one.problems ?? []) problems[kind] = (problems[kind] ?? 0) + 1;
  }
  return { rows, problems, ids };
}

describe.skipIf(!isRecordedJiraThere)('a recorded site that has only what a Jira must have', () => {
  const issues = readRecordedIssues()
    .filter(({ source }) => source.startsWith('aerogear'))
    .map(({ payload }) => payload as Item);
  const servers: Partial<Record<Deployment, JiraServer>> = {};
  const read: Partial<Record<Deployment, Awaited<ReturnType<typeof countRows>>>> = {};

  beforeAll(async () => {
    for (const deployment of ['cloud', 'data-center'] as const) {
      const server = await startJiraServer(answerBare(deployment, issues));
      servers[deployment] = server;
      read[deployment] = await countRows(await openTracker({ url: server.url, deployment, now: () => now }), deployment);
    }
  });
  afterAll(async () => {
    for (const server of Object.values(servers)) await server.close();
  });

  it.each(['cloud', 'data-center'] as const)('is read whole as %s', (deployment) => {
    expect([...(read[deployment]?.ids ?? [])].sort()).toEqual(issues.map(({ id }) => id as string).sort());
    expect(read[deployment]?.rows).toMatchObject({ issue: issues.length });
    expect(read[deployment]?.problems['malformed-item']).toBeUndefined();
  });

  it('says the same as Cloud and as a server', () => {
    expect(read.cloud?.rows).toEqual(read['data-center']?.rows);
    expect(read.cloud?.problems).toEqual(read['data-center']?.problems);
  });

  it('says who waits for whom, though it lists neither its statuses nor its links', () => {
    const { issue_link = 0, issue_change = 0, issue_link_change = 0 } = read.cloud?.rows ?? {};
    expect(issue_link).toBeGreaterThan(20);
    expect(issue_change).toBeGreaterThan(400);
    expect(issue_link_change).toBeGreaterThan(20);
  });
});
