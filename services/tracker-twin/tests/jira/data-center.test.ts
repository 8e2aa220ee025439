import { afterEach, describe, expect, it } from 'vitest';
import { createIssue, generateCompany, germanEdition, type JiraTwin, makeGrownEdition, setField } from '../../src/index.ts';
import { askJira, type JiraReply, startSmallJira, TODAY } from './ask-jira.ts';

type Payload = JiraReply['body'];

let twin: JiraTwin;
afterEach(() => twin.close());

const startServer = (settings: Parameters<typeof startSmallJira>[0] = {}) =>
  startSmallJira({ deployment: 'data-center', contextPath: '/jira', ...settings });
const search = async (jql: string, rest = ''): Promise<Payload> =>
  (await askJira(twin, `api/2/search?jql=${encodeURIComponent(jql)}&maxResults=1000${rest}`)).body;

describe('a Data Center', () => {
  it('lives below its context path, says Server, and knows nothing of what is new on Cloud', async () => {
    twin = await startServer();
    expect(twin.url).toMatch(/\/jira$/);
    expect((await askJira(twin, 'api/2/serverInfo')).body).toMatchObject({ deploymentType: 'Server', baseUrl: twin.url });
    for (const path of ['api/3/serverInfo', 'api/2/search/jql?jql=created>0', 'api/2/issue/10200/changelog', 'api/2/project/search']) {
      expect((await askJira(twin, path)).status).toBe(404);
    }
    expect((await askJira({ url: twin.url.replace('/jira', '') }, 'api/2/serverInfo')).status).toBe(404);
  });

  it('lets personal access tokens in', async () => {
    twin = await startServer();
    expect((await askJira(twin, 'api/2/myself', undefined, { authorization: 'Bearer personal' })).body).toMatchObject({
      name: 'carmen.ueda',
    });
    expect((await askJira(twin, 'api/2/myself', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('has whole changelogs in a search, oldest first, and counts what it finds', async () => {
    twin = await startServer();
    const { total, issues } = await search('created >= 0 ORDER BY created ASC', '&expand=changelog');
    expect(total).toBe(issues.length);
    for (const { changelog } of issues) {
      expect(changelog.total).toBe(changelog.histories.length);
      const instants = changelog.histories.map(({ created }: Payload) => Date.parse(created));
      expect(instants).toEqual(instants.toSorted((a: number, b: number) => a - b));
    }
  });

  it('shifts its pages while issues are made, so that an offset tells of one twice', async () => {
    twin = await startServer({ company: generateCompany({ seed: 5, issues: 300, today: TODAY }) });
    const [team] = twin.company.teams.all;
    if (!team) throw new Error('An empty company');
    const page = async (startAt: number) =>
      (await askJira(twin, `api/2/search?jql=${encodeURIComponent('created >= 0 ORDER BY created DESC')}&maxResults=5&startAt=${startAt}`))
        .body;
    const first = await page(0);
    createIssue(twin.company, { team, title: 'New' }, TODAY + 1);
    const second = await page(5);
    expect(second.total).toBe(first.total + 1);
    expect(second.issues[0].key).toBe(first.issues.at(-1).key);
  });

  it('tells of epics and of levels above by links of its own, never by a level', async () => {
    twin = await startServer();
    const { issues } = await search('created >= 0', '&fields=*all');
    const { epicLink, epicName, parentLink } = twin.site.fields;
    const epics = new Map<string, Payload>(issues.flatMap((issue: Payload) => (issue.fields[epicName] ? [[issue.key, issue]] : [])));
    expect(epics.size).toBe(twin.company.projects.size);
    const filed: Payload[] = issues.filter(({ fields }: Payload) => fields[epicLink]);
    expect(filed.every(({ fields }) => epics.has(fields[epicLink]))).toBe(true);
    expect([...epics.values()].some(({ fields }) => fields[parentLink])).toBe(true);
    expect(issues.some(({ fields }: Payload) => 'hierarchyLevel' in fields.issuetype)).toBe(false);
    expect(issues.every(({ fields }: Payload) => !fields.parent || fields.issuetype.subtask)).toBe(true);
  });

  it('calls people by key and name, which differ, and one status of all projects by one id', async () => {
    twin = await startServer();
    const [user] = (await askJira(twin, 'api/2/user/search?username=.&maxResults=1')).body;
    expect(user).toMatchObject({ key: expect.stringMatching(/^JIRAUSER\d+$/), name: 'sentry' });
    const statuses: Payload[] = (await askJira(twin, 'api/2/status')).body;
    expect(new Set(statuses.map(({ name }) => name)).size).toBe(statuses.length);
  });

  it('names no field by its id where it is an old release', async () => {
    twin = await startServer({ namesFieldIds: false });
    const { issues } = await search('created >= 0', '&expand=changelog');
    const items: Payload[] = issues.flatMap(({ changelog }: Payload) => changelog.histories.flatMap((history: Payload) => history.items));
    expect(items.length).toBeGreaterThan(100);
    expect(items.filter((item) => 'fieldId' in item)).toEqual([]);
  });

  it('passes over issues that nobody knows, where it is told not to be strict', async () => {
    twin = await startServer();
    const jql = 'id in (10200, 99999999) OR key in ("CHK-99999")';
    expect((await askJira(twin, 'api/2/search', { jql })).status).toBe(400);
    const { body } = await askJira(twin, 'api/2/search', { jql, validateQuery: false, expand: ['names', 'schema'] });
    expect(body.issues.map(({ id }: Payload) => id)).toEqual(['10200']);
    expect(body.names[twin.site.fields.epicLink]).toBe('Epic Link');
    expect(body.schema[twin.site.fields.sprint].custom).toMatch(/gh-sprint$/);
  });

  it('shows leads of projects, and people who have left, to who asks for them', async () => {
    twin = await startServer();
    const lead = async (rest: string) => (await askJira(twin, `api/2/project${rest}`)).body[0].lead?.key;
    expect([await lead(''), await lead('?expand=lead')]).toEqual([undefined, expect.stringMatching(/^JIRAUSER/)]);
    const find = async (rest: string): Promise<Payload[]> =>
      (await askJira(twin, `api/2/user/search?username=.&maxResults=1000${rest}`)).body;
    expect((await find('')).every(({ active }) => active)).toBe(true);
    expect(await find('&includeInactive=true')).toHaveLength(twin.company.users.size);
    expect((await askJira(twin, 'api/2/user/search')).status).toBe(400);
  });

  it('takes only dates where it is told to', async () => {
    twin = await startServer({ refusesEpochs: true });
    expect((await askJira(twin, `api/2/search?jql=updated%3E%3D${TODAY}`)).status).toBe(400);
    expect((await search('updated >= "2020-01-01 00:00"')).total).toBeGreaterThan(300);
  });

  it('asks for a captcha after three wrong passwords, and then of everybody', async () => {
    twin = await startServer({ credentials: { basic: { ann: 'right' } } });
    const ask = (password: string) =>
      askJira(twin, 'api/2/myself', undefined, { authorization: `Basic ${Buffer.from(`ann:${password}`).toString('base64')}` });
    for (let time = 0; time < 3; time += 1) expect((await ask('wrong')).status).toBe(401);
    const denied = await ask('right');
    expect(denied.status).toBe(403);
    expect(denied.headers.get('x-authentication-denied-reason')).toMatch(/^CAPTCHA_CHALLENGE/);
    expect(denied.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

describe('sites in other words', () => {
  const links = (issues: Payload[]): string[] =>
    issues.flatMap(({ changelog }) =>
      changelog.histories.flatMap(({ items }: Payload) =>
        items.filter(({ field }: Payload) => field === 'Link').map((item: Payload) => item.toString ?? item.fromString),
      ),
    );

  it('a grown site says dependencies from the other end, and kept the phrases of before a renaming', async () => {
    const renamedAt = TODAY - 100 * 86_400_000;
    twin = await startServer({ edition: makeGrownEdition(renamedAt) });
    const relation = twin.company.relations.all.find(({ type }) => type === 'blocks');
    if (!relation) throw new Error('A company without dependencies');
    const { fields } = (await askJira(twin, `api/2/issue/${relation.relatedIssue.identifier}`)).body;
    const link = fields.issuelinks.find(({ outwardIssue }: Payload) => outwardIssue?.key === relation.issue.identifier);
    expect(link.type).toMatchObject({ outward: 'depends on', inward: 'is depended on by' });
    const texts = links((await search('created >= 0', '&expand=changelog')).issues);
    const phrases = new Set(texts.map((text) => text.replace(/^This issue /, '').replace(/ \S+$/, '')));
    for (const phrase of ['depends', 'is a dependency of', 'depends on', 'is depended on by']) expect(phrases).toContain(phrase);
  });

  it('a German site says all of it in German', async () => {
    twin = await startServer({ edition: germanEdition });
    const { issues } = await search('created >= 0', '&expand=changelog&fields=status,issuetype');
    expect(links(issues)).toContainEqual(expect.stringMatching(/^Dieser Vorgang wird blockiert durch [A-Z]+-\d+$/));
    expect(new Set(issues.map(({ fields }: Payload) => fields.issuetype.name))).toContain('Epos');
  });
});

describe('what only a site knows', () => {
  it('a field can be given any value', async () => {
    twin = await startServer({ company: generateCompany({ seed: 5, issues: 300, today: TODAY }) });
    const [issue] = twin.company.issues.all;
    if (!issue) throw new Error('An empty company');
    setField(twin.site, issue, 'components', [{ id: '1', name: 'Engine' }]);
    expect((await askJira(twin, `api/2/issue/${issue.identifier}`)).body.fields.components).toEqual([{ id: '1', name: 'Engine' }]);
  });
});
