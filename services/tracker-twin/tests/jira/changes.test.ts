import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addRelation,
  changeCycle,
  changeInitiativeStatus,
  changeLead,
  changeOwner,
  changeProjectStatus,
  changeState,
  changeTeamKey,
  createIssue,
  deleteForever,
  flag,
  generateCompany,
  hide,
  type Issue,
  type JiraTwin,
  moveTeam,
  removeRelation,
  renameState,
  restore,
  retireState,
  show,
  type Team,
  trash,
  writeHistory,
} from '../../src/index.ts';
import { askJira, type JiraReply, searchAll, startSmallJira, TODAY } from './ask-jira.ts';

type Payload = JiraReply['body'];

let twin: JiraTwin;
let red: Team;
let blue: Team;
let waiter: Issue;
let blocker: Issue;

beforeEach(async () => {
  const company = generateCompany({ seed: 3, issues: 300, today: TODAY, fits: 'jira' });
  [red, blue] = company.teams.all as unknown as [Team, Team];
  waiter = createIssue(company, { team: red, title: 'Waits' }, TODAY - 2);
  blocker = createIssue(company, { team: blue, title: 'Blocks' }, TODAY - 1);
  twin = await startSmallJira({ company });
});
afterEach(() => twin.close());

const changedSince = async (at: number): Promise<string[]> => (await searchAll(twin, `updated >= ${at}`)).map(({ key }) => key).sort();
const historyOf = async (key: string): Promise<Payload[]> => (await askJira(twin, `api/3/issue/${key}/changelog`)).body.values;
const lastItems = async (key: string): Promise<Payload[]> => (await historyOf(key)).at(-1)?.items ?? [];
const readIssue = async (key: string): Promise<Payload> => (await askJira(twin, `api/3/issue/${key}`)).body;

describe('what happens to the company while it is served', () => {
  it('a link comes and goes at both ends and moves both, and only histories tell that it was there', async () => {
    const relation = addRelation(twin.company, { issue: blocker, relatedIssue: waiter }, TODAY + 1);
    expect(await changedSince(TODAY + 1)).toEqual([blocker.identifier, waiter.identifier].sort());
    removeRelation(twin.company, relation, TODAY + 100);
    expect(await changedSince(TODAY + 100)).toEqual([blocker.identifier, waiter.identifier].sort());
    expect((await readIssue(waiter.identifier)).fields.issuelinks).toEqual([]);
    expect((await historyOf(waiter.identifier)).map(({ items: [item] }) => [item.to, item.from])).toEqual([
      [blocker.identifier, null],
      [null, blocker.identifier],
    ]);
  });

  it('a new issue is found under an id above all others', async () => {
    const issue = createIssue(twin.company, { team: red, title: 'New' }, TODAY + 1);
    const [found] = await searchAll(twin, `created > ${TODAY}`);
    expect(found).toMatchObject({ key: issue.identifier, fields: { summary: 'New' } });
    expect(Number(found.id)).toBeGreaterThan(Number((await readIssue(blocker.identifier)).id));
  });

  it('a move keeps the id and changes key, project and status in one entry', async () => {
    const [former, { id }] = [waiter.identifier, await readIssue(waiter.identifier)];
    moveTeam(twin.company, waiter, blue, TODAY + 1);
    const moved = await readIssue(former);
    expect(moved).toMatchObject({ id, key: waiter.identifier, fields: { project: { key: blue.key } } });
    expect((await lastItems(former)).map(({ field }) => field)).toEqual(['Key', 'project', 'Team', 'status']);
  });

  it('a new project key changes every key without a trace, and old keys still lead there', async () => {
    const former = waiter.identifier;
    changeTeamKey(twin.company, red, 'RED', TODAY + 1);
    expect((await readIssue(former)).key).toMatch(/^RED-\d+$/);
    expect(await historyOf(former)).toEqual([]);
    expect((await searchAll(twin, 'project = RED AND issuetype = Epic')).every(({ key }) => key.startsWith('RED-1'))).toBe(true);
  });

  it('what is deleted or binned is gone without a word, and its links with it', async () => {
    addRelation(twin.company, { issue: blocker, relatedIssue: waiter }, TODAY + 1);
    const count = (await searchAll(twin, 'created > 0')).length;
    deleteForever(twin.company, blocker, TODAY + 2);
    expect(await searchAll(twin, 'created > 0')).toHaveLength(count - 1);
    expect((await readIssue(waiter.identifier)).fields.issuelinks).toEqual([]);
    expect(await changedSince(TODAY + 2)).not.toContain(waiter.identifier);
    trash(twin.company, waiter, TODAY + 3);
    expect((await askJira(twin, `api/3/issue/${waiter.identifier}`)).status).toBe(404);
    const { issues, issueErrors } = (await askJira(twin, 'api/3/issue/bulkfetch', { issueIdsOrKeys: [waiter.identifier] })).body;
    expect([issues, issueErrors.length]).toEqual([[], 1]);
    restore(twin.company, waiter, TODAY + 4);
    expect(await changedSince(TODAY + 4)).toEqual([waiter.identifier]);
  });

  it('owners, leads and statuses of plans are written into their changelogs', async () => {
    const { company } = twin;
    const [initiative] = company.initiatives.all;
    const [project] = company.projects.all;
    const person = company.users.all.find(({ active, app }) => active && !app);
    if (!initiative || !project || !person) throw new Error('An empty company');
    const [initiativeKey, epicKey] = [twin.site.planKeys.keyOf(initiative), twin.site.planKeys.keyOf(project)];
    changeOwner(company, initiative, person, TODAY + 1);
    expect(await lastItems(initiativeKey)).toMatchObject([{ field: 'assignee', to: `712020:${person.id}` }]);
    changeInitiativeStatus(company, initiative, 'Completed', TODAY + 2);
    expect((await lastItems(initiativeKey)).map(({ field }) => field)).toEqual(['status', 'resolution']);
    changeLead(company, project, null, TODAY + 3);
    expect(await lastItems(epicKey)).toMatchObject([{ field: 'assignee', to: null }]);
    changeProjectStatus(company, project, 'paused', TODAY + 4);
    expect(await lastItems(epicKey)).toMatchObject([{ field: 'status', toString: 'Paused' }]);
    expect(await changedSince(TODAY + 4)).toEqual([epicKey]);
  });
});

describe('statuses', () => {
  it('are shown under their new names, and histories keep the old ones', async () => {
    const backlog = waiter.state;
    changeState(twin.company, waiter, 'started', TODAY + 1);
    const { name, id } = { name: backlog.name, id: String(twin.site.numbers.of('status', backlog)) };
    renameState(twin.company, backlog, 'Some day', TODAY + 2);
    changeState(twin.company, waiter, backlog, TODAY + 3);
    expect((await readIssue(waiter.identifier)).fields.status).toMatchObject({ id, name: 'Some day' });
    const told = (await historyOf(waiter.identifier)).flatMap(({ items }) => items).filter(({ field }) => field === 'status');
    expect(told.map((item) => [item.fromString, item.toString])).toMatchObject([
      [name, expect.anything()],
      [expect.anything(), 'Some day'],
    ]);
  });

  it('that were taken out of a workflow are told by histories only', async () => {
    const { state } = waiter;
    changeState(twin.company, waiter, 'started', TODAY + 1);
    for (const issue of twin.company.issues) if (issue.state === state) changeState(twin.company, issue, 'canceled', TODAY + 2);
    retireState(twin.company, state, TODAY + 3);
    const id = String(twin.site.numbers.of('status', state));
    const listed: Payload[] = (await askJira(twin, 'api/3/status')).body;
    expect(listed.some((status) => status.id === id)).toBe(false);
    expect((await lastItems(waiter.identifier))[0]).toMatchObject({ field: 'status', from: id, fromString: state.name });
  });
});

describe('what happens to a site only', () => {
  it('a project goes out of sight: its issues are gone, a query that names it is refused, links to it still show its keys', async () => {
    addRelation(twin.company, { issue: blocker, relatedIssue: waiter }, TODAY + 1);
    hide(twin.site, blue);
    const keys = (await searchAll(twin, 'created > 0')).map(({ key }) => key);
    expect(keys.some((key) => key.startsWith(`${blue.key}-`))).toBe(false);
    expect((await askJira(twin, 'api/3/search/jql', { jql: `project = ${blue.key}` })).status).toBe(400);
    expect((await askJira(twin, `api/3/issue/${blocker.identifier}`)).status).toBe(404);
    const projects = (await askJira(twin, 'api/3/permissions/project', { permissions: ['BROWSE_PROJECTS'] })).body.projects;
    expect(projects.some(({ key }: Payload) => key === blue.key)).toBe(false);
    expect((await readIssue(waiter.identifier)).fields.issuelinks).toMatchObject([{ inwardIssue: { key: blocker.identifier } }]);
    show(twin.site, blue);
    expect((await readIssue(blocker.identifier)).key).toBe(blocker.identifier);
  });

  it('a flag is raised and lowered', async () => {
    flag(twin.site, waiter, true, TODAY + 1);
    const { flagged } = twin.site.fields;
    expect((await readIssue(waiter.identifier)).fields[flagged]).toMatchObject([{ value: 'Impediment' }]);
    expect(await changedSince(TODAY + 1)).toEqual([waiter.identifier]);
    flag(twin.site, waiter, false, TODAY + 2);
    expect((await readIssue(waiter.identifier)).fields[flagged]).toBeNull();
    expect((await lastItems(waiter.identifier))[0]).toMatchObject({ field: 'Flagged', from: '[10019]', to: null });
  });

  it('one end tells of a link that the other never heard of', async () => {
    const item = {
      field: 'Link',
      fieldtype: 'jira',
      from: null,
      fromString: null,
      to: 'GONE-1',
      toString: 'This issue is blocked by GONE-1',
    } as const;
    writeHistory(twin.site, waiter, { at: TODAY + 1, items: [item], author: null });
    const [entry] = await historyOf(waiter.identifier);
    expect(entry).toMatchObject({ items: [item] });
    expect(entry).not.toHaveProperty('author');
  });

  it('ten thousand changes of one issue come in pages, the newest forty with the issue', async () => {
    const [first, second] = red.states.filter(({ type }) => type === 'backlog' || type === 'unstarted');
    if (!first || !second) throw new Error('Too few states');
    for (let change = 0; change < 10_000; change += 1) changeState(twin.company, waiter, change % 2 ? first : second, TODAY + change);
    const inline = await askJira(twin, `api/3/search/jql?jql=key%3D${waiter.identifier}&expand=changelog&fields=summary`);
    const { changelog } = inline.body.issues[0];
    expect([changelog.total, changelog.histories.length]).toEqual([10_000, 40]);
    expect(changelog.histories[0].created).toBe(twin.site.time.write(TODAY + 9_999));
    const page = await askJira(twin, `api/3/issue/${waiter.identifier}/changelog?startAt=9990`);
    expect([page.body.values.length, page.body.isLast, page.body.total]).toEqual([10, true, 10_000]);
  });
});

describe('a site that works in sprints', () => {
  it('has boards of a kind, sprints that begin, and issues that keep the sprints that are over', async () => {
    const sprints = await startSmallJira({ company: generateCompany({ seed: 3, issues: 300, today: TODAY }), hasSprints: true });
    const boards: Payload[] = (await askJira(sprints, 'agile/1.0/board')).body.values;
    const scrum = boards.find(({ type }) => type === 'scrum');
    const { values, total } = (await askJira(sprints, `agile/1.0/board/${scrum.id}/sprint?maxResults=100`)).body;
    expect(total).toBeGreaterThan(20);
    expect(new Set(values.map(({ state }: Payload) => state))).toEqual(new Set(['closed', 'active', 'future']));
    const issues = await searchAll(sprints, 'created > 0');
    const { sprint } = sprints.site.fields;
    const long = issues.find(({ fields }) => fields[sprint]?.length > 1);
    const items = (await askJira(sprints, `api/3/issue/${long.key}/changelog`)).body.values.flatMap(({ items: all }: Payload) => all);
    const told = items.filter(({ field }: Payload) => field === 'Sprint');
    expect(told.at(-1).to).toBe(long.fields[sprint].map(({ id }: Payload) => id).join(', '));
    expect(told[0]).toMatchObject({ from: '', fromString: '' });
    const { company } = sprints;
    const [issue, cycle] = [company.issues.all.find(({ cycle: current }) => !current), company.cycles.all.at(-1)];
    if (!issue || !cycle) throw new Error('Nothing to plan');
    changeCycle(company, issue, cycle, TODAY + 1);
    const planned = (await askJira(sprints, `api/3/issue/${issue.identifier}`)).body;
    expect(planned.fields[sprint]).toMatchObject([{ state: 'future', boardId: expect.any(Number) }]);
    expect(planned.fields[sprint][0]).not.toHaveProperty('startDate');
    await sprints.close();
  });
});
