import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenOptions, openTracker, phaseOf, readPhase } from './jira-reading.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const me: Answer = { json: { accountId: '5b10', timeZone: 'Europe/Berlin' } };
const wrong: Answer = { status: 400, json: { errorMessages: ['The value is wrong.'] } };
let server: JiraServer;
let answers: Record<string, (asked: Asked) => Answer>;

beforeAll(async () => {
  server = await startJiraServer(
    (asked) => answers[`${asked.method} ${asked.path.split('/').slice(4).join('/')}`]?.(asked) ?? { status: 404 },
  );
});
beforeEach(() => {
  server.asked.length = 0;
});
afterAll(() => server.close());

const open = (deployment: OpenOptions['deployment'], fetch?: OpenOptions['fetch']) =>
  openTracker({ url: server.url, deployment, now: () => now, ...(fetch && { fetch }) });
const issue = (id: number) => ({
  id: String(id),
  key: `ACME-${id}`,
  fields: { created: new Date(id * 60_000).toISOString(), updated: '2026-11-01T00:00:00.000+0000' },
  changelog: { histories: [], total: 0 },
});
const issues = (from: number, count: number) => Array.from({ length: count }, (_, i) => issue(from + i));
const readIssues = async (deployment: OpenOptions['deployment'], pageSize = 10, since = 0) => {
  const tracker = await open(deployment);
  return readPhase(tracker, phaseOf(tracker, 'issues', pageSize), () => {}, since);
};
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => Number(id));
const bodies = () => server.asked.filter(({ path }) => /\/search(\/jql)?$/.test(path)).map(({ body }) => body as Record<string, unknown>);

describe('pages of Cloud', () => {
  /** Pages in the order of their tokens: `p1`, `p2`, … */
  const serve =
    (pages: readonly object[]) =>
    (asked: Asked): Answer => {
      const token = (asked.body as { nextPageToken?: string }).nextPageToken;
      const page = pages[token === undefined ? 0 : Number(token.slice(1))];
      return page ? { json: page } : wrong;
    };
  const cloud = (pages: readonly object[], count?: number) => {
    answers = {
      'POST search/jql': serve(pages),
      'GET myself': () => me,
      ...(count !== undefined && { 'POST search/approximate-count': () => ({ json: { count } }) }),
    };
  };

  it('end where there is no token, an empty one, or the word that this was the last', async () => {
    for (const end of [{}, { nextPageToken: null }, { isLast: true, nextPageToken: 'p0' }]) {
      cloud([
        { issues: issues(1, 3), nextPageToken: 'p1', isLast: false },
        { issues: issues(4, 2), ...end },
      ]);
      expect(ids(await readIssues('cloud'))).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it.each([
    {
      lead: 'to the same page',
      pages: [
        { issues: issues(1, 1), nextPageToken: 'p1' },
        { issues: issues(2, 1), nextPageToken: 'p1' },
      ],
    },
    {
      lead: 'in a circle',
      pages: [
        { issues: issues(1, 1), nextPageToken: 'p1' },
        { issues: issues(2, 1), nextPageToken: 'p2' },
        { issues: issues(3, 1), nextPageToken: 'p1' },
      ],
    },
    { lead: 'nowhere', pages: Array.from({ length: 20 }, (_, i) => ({ issues: [], nextPageToken: `p${i + 1}` })) },
    { lead: 'on, but not where', pages: [{ issues: issues(1, 1), isLast: false }] },
    { lead: 'to something else', pages: [{ values: [] }] },
  ])('that lead $lead end with an error, not with issues missing', async ({ pages }) => {
    cloud(pages);
    await expect(readIssues('cloud')).rejects.toMatchObject({ kind: 'transient' });
  });

  it('may be empty now and then', async () => {
    cloud([{ issues: issues(1, 1), nextPageToken: 'p1' }, { issues: [], nextPageToken: 'p2' }, { issues: issues(2, 1) }]);
    expect(ids(await readIssues('cloud'))).toEqual([1, 2]);
  });

  it('are begun anew when their token has ended', async () => {
    let isExpired = false;
    cloud([{ issues: issues(1, 2), nextPageToken: 'p1' }, { issues: issues(3, 2) }]);
    const search = answers['POST search/jql'] as (asked: Asked) => Answer;
    answers['POST search/jql'] = (asked) => {
      const hasToken = (asked.body as { nextPageToken?: string }).nextPageToken !== undefined;
      if (!hasToken || isExpired) return search(asked);
      isExpired = true;
      return wrong;
    };
    expect(ids(await readIssues('cloud'))).toEqual([1, 2, 1, 2, 3, 4]);
  });

  it('are not begun anew for ever', async () => {
    cloud([{ issues: issues(1, 2), nextPageToken: 'p9' }]);
    await expect(readIssues('cloud')).rejects.toMatchObject({ kind: 'refused', status: 400 });
    expect(server.asked.length).toBeLessThan(20);
  });

  it('that end far too early are read again, and told if they do so every time', async () => {
    cloud([{ issues: issues(1, 50) }], 100);
    const read = await readIssues('cloud', 50);
    expect(read.problems).toEqual([{ kind: 'pages-incomplete', subject: 'issues', detail: 'Jira counts about 100 issues and shows 50' }]);
    expect(new Set(ids(read)).size).toBe(50);
    expect(read.pages).toBeGreaterThan(1);
    cloud([{ issues: issues(1, 50) }], 55);
    expect((await readIssues('cloud', 50)).problems).toEqual([]);
  });

  it('are asked for by instants, and by minutes of the own clock where those are refused', async () => {
    cloud([{ issues: issues(1, 2), nextPageToken: 'p1' }, { issues: issues(3, 2) }]);
    const search = answers['POST search/jql'] as (asked: Asked) => Answer;
    answers['POST search/jql'] = (asked) => (String((asked.body as { jql: string }).jql).includes('"') ? search(asked) : wrong);
    const since = Date.parse('2026-11-20T08:30:45Z');
    expect(ids(await readIssues('cloud', 10, since))).toEqual([1, 2, 3, 4]);
    expect(bodies().map(({ jql }) => jql)).toEqual([
      `updated >= ${since} ORDER BY created ASC, key ASC`,
      'updated >= "2026-11-20 08:29" ORDER BY created ASC, key ASC',
      'updated >= "2026-11-20 08:29" ORDER BY created ASC, key ASC',
    ]);
  });

  it('are made smaller where they are too large to be taken', async () => {
    cloud([{ issues: issues(1, 2) }]);
    const tooLarge: typeof fetch = async (url, init) => {
      const { maxResults = 1 } = init?.body ? (JSON.parse(String(init.body)) as { maxResults?: number }) : {};
      if (maxResults > 3) throw Object.assign(new Error('too large'), { kind: 'too-large' });
      return fetch(url, init);
    };
    const tracker = await open('cloud', tooLarge);
    expect(ids(await readPhase(tracker, phaseOf(tracker, 'issues', 10)))).toEqual([1, 2]);
    expect(bodies().map(({ maxResults }) => maxResults)).toEqual([3]);
  });

  it('are read in the older version of the API where there is no newer', async () => {
    cloud([{ issues: issues(1, 2) }]);
    const all = answers;
    answers = {
      ...Object.fromEntries(
        Object.entries(all).map(([name, answer]) => [
          name,
          (asked: Asked) => (asked.path.startsWith('/rest/api/2/') ? answer(asked) : { status: 404 }),
        ]),
      ),
      'GET serverInfo': () => ({ json: { deploymentType: 'Cloud' } }),
    };
    const tracker = await open('cloud');
    await readPhase(tracker, phaseOf(tracker, 'site'));
    expect(ids(await readPhase(tracker, phaseOf(tracker, 'issues')))).toEqual([1, 2]);
  });
});

describe('pages of a server', () => {
  const serve =
    (all: () => readonly object[], most = 100) =>
    (asked: Asked): Answer => {
      const { startAt, maxResults } = asked.body as { startAt: number; maxResults: number };
      return { json: { startAt, total: all().length, issues: all().slice(startAt, startAt + Math.min(maxResults, most)) } };
    };

  it('overlap by an issue, so that a gap shows', async () => {
    const all = issues(1, 25);
    answers = { 'POST search': serve(() => all), 'GET myself': () => me };
    expect(ids(await readIssues('data-center'))).toEqual(all.map(({ id }) => Number(id)));
    expect(bodies().map(({ startAt }) => startAt)).toEqual([0, 9, 18]);
    expect(bodies()[0]).toMatchObject({ expand: ['changelog'], maxResults: 10 });
  });

  it('are gone back where issues have vanished', async () => {
    let all = issues(1, 40);
    let pages = 0;
    answers = {
      'POST search': (asked) => {
        // Of what was read already, and of what was to be read next.
        if (pages++ === 1) all = all.filter(({ id }) => Number(id) > 6 && Number(id) !== 10);
        return serve(() => all)(asked);
      },
      'GET myself': () => me,
    };
    const read = new Set(ids(await readIssues('data-center')));
    expect(all.map(({ id }) => Number(id)).filter((id) => !read.has(id))).toEqual([]);
  });

  it('of one issue each come to their end', async () => {
    answers = { 'POST search': serve(() => issues(1, 4), 1), 'GET myself': () => me };
    expect(ids(await readIssues('data-center'))).toEqual([1, 2, 3, 4]);
  });

  it('are asked for in the address where a body is not taken', async () => {
    const all = issues(1, 12);
    answers = {
      'POST search': () => ({ status: 405 }),
      'GET search': ({ query }) =>
        serve(() => all)({ body: { startAt: Number(query.get('startAt')), maxResults: Number(query.get('maxResults')) } } as Asked),
      'GET myself': () => me,
    };
    expect(ids(await readIssues('data-center'))).toEqual(all.map(({ id }) => Number(id)));
    const [, asked] = server.asked;
    expect(asked?.query.get('jql')).toBe('updated >= 0 ORDER BY created ASC, key ASC');
    expect(asked?.query.get('expand')).toBe('changelog');
  });

  it('that hold nothing although there are more are an error', async () => {
    answers = { 'POST search': () => ({ json: { startAt: 0, total: 7, issues: [] } }), 'GET myself': () => me };
    await expect(readIssues('data-center')).rejects.toMatchObject({ kind: 'transient' });
  });

  it('hold all changes of an issue, fetched by themselves where they were cut', async () => {
    const entry = (id: number) => ({ id: String(id), created: '2026-11-01T00:00:00.000+0000', items: [] });
    const cut = { ...issue(1), changelog: { histories: [entry(1)], total: 3, maxResults: 1 } };
    const without = { id: '2', key: 'ACME-2', fields: issue(2).fields };
    answers = {
      'POST search': serve(() => [cut, without]),
      'GET issue/1': () => ({ json: { ...cut, changelog: { histories: [1, 2, 3].map(entry), total: 3 } } }),
      'GET issue/2': () => ({ json: { ...without, changelog: { histories: [entry(4)], total: 9 } } }),
      'GET myself': () => me,
    };
    const { items, problems } = await readIssues('data-center');
    expect(items.map(({ changelog }) => changelog.histories.length)).toEqual([3, 1]);
    expect(problems).toEqual([{ kind: 'history-cut', subject: 'issue 2', detail: 'Jira shows 1 of 9 changes of it' }]);
  });
});

describe('changes in bulk', () => {
  const history = (id: number) => ({ id: String(id), created: id, items: [] });
  const read = async (pages: readonly object[]) => {
    let page = 0;
    answers = {
      'POST changelog/bulkfetch': () => ({ json: pages[page++] ?? pages.at(-1) }),
      'POST issue/bulkfetch': () => ({ json: { issues: [] } }),
      'GET myself': () => me,
    };
    const tracker = await open('cloud');
    return (await tracker.fetchPage(phaseOf(tracker, 'histories'), { ids: ['1', '2'] })).items;
  };

  it('are put together where an issue goes on with the next page', async () => {
    const items = await read([
      { issueChangeLogs: [{ issueId: '1', changeHistories: [history(1), history(2)] }], nextPageToken: 'a' },
      {
        issueChangeLogs: [
          { issueId: '1', changeHistories: [history(3)] },
          { issueId: 2, changeHistories: [history(4)] },
        ],
      },
    ]);
    expect(items).toMatchObject([
      { id: '1', histories: [{ id: '1' }, { id: '2' }, { id: '3' }] },
      { id: '2', histories: [{ id: '4' }] },
    ]);
  });

  it('that repeat a page, or send nothing for ever, end with an error', async () => {
    const page = { issueChangeLogs: [{ issueId: '1', changeHistories: [history(1)] }], nextPageToken: 'a' };
    await expect(read([page, page])).rejects.toMatchObject({ kind: 'transient' });
    await expect(read(Array.from({ length: 20 }, (_, i) => ({ issueChangeLogs: [], nextPageToken: `p${i}` })))).rejects.toMatchObject({
      kind: 'transient',
    });
  });
});
