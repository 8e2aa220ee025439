import { afterEach, describe, expect, it } from 'vitest';
import { changeState, createIssue, deleteForever, generateCompany, type JiraTwin } from '../../src/index.ts';
import { askJira, searchAll, startSmallJira, TODAY } from './ask-jira.ts';

let twin: JiraTwin;
afterEach(() => twin.close());

const EVERYTHING = 'created >= 0 ORDER BY created ASC, key ASC';
const own = () => generateCompany({ seed: 5, issues: 300, today: TODAY, fits: 'jira' });
const countAll = ({ company }: JiraTwin) => company.issues.size + company.projects.size + company.initiatives.size;
const keysOf = (issues: { key: string }[]) => issues.map(({ key }) => key);

describe('a search of Cloud', () => {
  it.each([7, 100])('finds everything once, in pages of %i, and says where it ends', async (maxResults) => {
    twin = await startSmallJira();
    const issues = await searchAll(twin, EVERYTHING, { maxResults });
    expect(issues.length).toBe(countAll(twin));
    expect(new Set(keysOf(issues)).size).toBe(issues.length);
    const created = issues.map(({ fields }) => Date.parse(fields.created));
    expect(created).toEqual(created.toSorted((a, b) => a - b));
  });

  it('gives an id and nothing else unless fields are asked for, and then long pages only of ids', async () => {
    twin = await startSmallJira();
    const bare = await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING });
    expect(bare.body.issues).toHaveLength(50);
    expect(Object.keys(bare.body.issues[0])).toEqual(['id']);
    const lean = await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING, fields: ['updated'], maxResults: 5_000 });
    expect(lean.body.issues).toHaveLength(countAll(twin));
    expect(lean.body).toMatchObject({ isLast: true });
    expect(lean.body).not.toHaveProperty('nextPageToken');
    const full = await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING, fields: ['summary'], maxResults: 5_000 });
    expect(full.body.issues).toHaveLength(100);
  });

  it('passes over an offset in a query string and refuses it in a body', async () => {
    twin = await startSmallJira();
    const path = `api/3/search/jql?jql=${encodeURIComponent(EVERYTHING)}&maxResults=5`;
    const [first, second] = [await askJira(twin, path), await askJira(twin, `${path}&startAt=5`)];
    expect(second.body.issues).toEqual(first.body.issues);
    expect((await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING, startAt: 5 })).status).toBe(400);
    expect((await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING, expand: ['names'] })).status).toBe(400);
  });

  it('ends for a token of another query, or one that is older than seven days', async () => {
    let now = TODAY;
    twin = await startSmallJira({ now: () => now });
    const { body } = await askJira(twin, 'api/3/search/jql', { jql: EVERYTHING });
    const next = (jql: string) => askJira(twin, 'api/3/search/jql', { jql, nextPageToken: body.nextPageToken });
    expect((await next('created > 0')).status).toBe(400);
    expect((await next(EVERYTHING)).status).toBe(200);
    now += 7 * 86_400_000;
    expect((await next(EVERYTHING)).status).toBe(400);
  });

  it('is refused without a restriction, and where the old search was', async () => {
    twin = await startSmallJira();
    expect((await askJira(twin, 'api/3/search/jql', { jql: 'ORDER BY created' })).body.errorMessages[0]).toMatch(/^Unbounded JQL/);
    const old = await askJira(twin, 'api/2/search?jql=project=CHK');
    expect(old.status).toBe(410);
    expect(old.body.errorMessages[0]).toMatch(/has been removed/);
  });

  it('goes on behind its last issue though others come, change and go meanwhile', async () => {
    twin = await startSmallJira({ company: own() });
    const { company } = twin;
    const before = company.issues.all.slice();
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    let place = 0;
    do {
      const { body } = await askJira(twin, 'api/3/search/jql', {
        jql: EVERYTHING,
        fields: ['summary'],
        maxResults: 10,
        ...(nextPageToken && { nextPageToken }),
      });
      seen.push(...keysOf(body.issues));
      nextPageToken = body.nextPageToken;
      deleteForever(company, before[place] as (typeof before)[0], TODAY + place);
      changeState(company, before[place + 1] as (typeof before)[0], 'started', TODAY + place);
      place += 2;
    } while (nextPageToken);
    expect(new Set(seen).size).toBe(seen.length);
    expect(company.issues.all.filter(({ identifier }) => !seen.includes(identifier))).toEqual([]);
  });

  it('shows a change one search late where the index lags, and a reading by id shows it at once', async () => {
    twin = await startSmallJira({ company: own(), hasIndexLag: true });
    const [issue] = twin.company.issues.all;
    if (!issue) throw new Error('An empty company');
    changeState(twin.company, issue, issue.state.type === 'started' ? 'completed' : 'started', TODAY + 1);
    const jql = `updated > ${TODAY}`;
    expect(await searchAll(twin, jql)).toEqual([]);
    const [read] = (await askJira(twin, 'api/3/issue/bulkfetch', { issueIdsOrKeys: [issue.identifier], fields: ['status'] })).body.issues;
    expect(read.fields.status.name).toBe(issue.state.name);
    expect(keysOf(await searchAll(twin, jql))).toEqual([issue.identifier]);
  });
});

describe('a query', () => {
  it('reads dates as minutes in the zone of whoever asks, and numbers as milliseconds', async () => {
    twin = await startSmallJira({ company: own(), timezone: 'America/New_York' });
    const [team] = twin.company.teams.all;
    if (!team) throw new Error('An empty company');
    const at = Date.parse('2026-11-20T15:30:30.500Z');
    const { identifier } = createIssue(twin.company, { team, title: 'Late' }, at);
    const find = async (jql: string) => keysOf(await searchAll(twin, jql));
    expect(await find(`created >= ${at}`)).toEqual([identifier]);
    expect(await find(`created >= ${at + 1}`)).toEqual([]);
    expect(await find('created >= "2026-11-20 10:30"')).toEqual([identifier]);
    expect(await find('created >= "2026-11-20 10:31"')).toEqual([]);
    const [issue] = await searchAll(twin, `created >= ${at}`);
    expect(issue.fields.created).toBe('2026-11-20T10:30:30.500-0500');
  });

  it.each([
    ['project in (CHK, PAY) AND issuetype not in (Epic, Initiative)', /^(CHK|PAY)-\d{1,5}$/],
    ['project = "Checkout" AND NOT issuetype = Epic AND type != 10010', /^CHK-\d{1,5}$/],
    ['(project = CHK OR project = PAY) AND type in (Epic)', /^(CHK|PAY)-1\d{5}$/],
  ])('%s finds just those', async (jql, pattern) => {
    twin = await startSmallJira();
    const keys = keysOf(await searchAll(twin, jql));
    const all = keysOf(await searchAll(twin, EVERYTHING));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !pattern.test(key))).toEqual([]);
    expect(new Set(keys).size).toBeLessThan(all.length);
  });

  it.each([
    ['updated >= yesterday', /is invalid/],
    ['assignee = me', /^Field 'assignee' does not exist/],
    ['project = NOPE', /^The value 'NOPE' does not exist/],
    ['key in (CHK-1, CHK-99999)', /^An issue with key 'CHK-99999' does not exist/],
    ['id in (1)', /^A value with ID '1' does not exist/],
    ['project =', /ends before it is complete/],
    ['project ~ CHK', /Expecting operator/],
    ['created > 0 ORDER BY rank', /^Not able to sort using field 'rank'/],
  ])('%s is refused as Jira would', async (jql, message) => {
    twin = await startSmallJira();
    const { status, body } = await askJira(twin, 'api/3/search/jql', { jql });
    expect(status).toBe(400);
    expect(body.errorMessages[0]).toMatch(message);
  });
});
