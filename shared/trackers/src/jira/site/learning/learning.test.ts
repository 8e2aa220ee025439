import { describe, expect, it } from 'vitest';
import {
  change,
  day,
  fields,
  issueId,
  learnSite,
  linked,
  linkTypes,
  projectId,
  statusChange,
  statuses,
  tellIssue,
  tellSite,
  types,
  unlinked,
} from '../../jira-story.fixture.ts';
import type { HistoryEntry } from '../../payloads/changelog.ts';
import { digestSite } from '../site-digest.ts';
import { siteKinds } from '../site-item.ts';
import { learnFromIssues } from './learn-from-issues.ts';

const told = (issue: ReturnType<typeof tellIssue>, ...histories: HistoryEntry[]) => ({ issue, histories });
const renamed = { id: '2000', name: 'Dependency', inward: 'blocks', outward: 'is blocked by' };

describe('a site that lists nothing', () => {
  it('is learned from an issue: its status, type, project and priority', () => {
    const site = learnSite([told(tellIssue('PAY-1', { priority: { id: '2', name: 'High' } }))]);
    expect(site.statuses.get('1')).toMatchObject({ name: 'To Do', category: 'unstarted' });
    expect(site.issueTypes.get(types.task.id)?.level).toBe(0);
    expect(site.projects.get(projectId('PAY'))).toMatchObject({ key: 'PAY', name: 'The PAY project' });
    expect(site.priorities.get('2')).toBe(2);
  });

  it('is learned from the far ends of links, and from parents', () => {
    const end = (key: string, status: object) => ({ id: issueId(key), key, fields: { status, issuetype: types.epic } });
    const issuelinks = [{ id: '1', type: linkTypes.blocks, outwardIssue: end('WEB-2', statuses.doing) }];
    const site = learnSite([told(tellIssue('PAY-1', { issuelinks, parent: end('PAY-9', statuses.done) }))]);
    expect([...site.statuses.values()].map(({ category }) => category).sort()).toEqual(['completed', 'started', 'unstarted']);
    expect(site.linkTypes.get(linkTypes.blocks.id)?.blocks).toBe('outward');
    expect(site.issueTypes.get(types.epic.id)?.level).toBe(1);
  });

  it('has only those levels in use of which there are issues', () => {
    const site = learnSite([told(tellIssue('PAY-1', { issuetype: types.epic })), told(tellIssue('PAY-2'))]);
    expect([site.initiativeLevel, site.levelsInUse]).toEqual([1, new Set([0, 1])]);
  });

  it('is learned from what its fields hold, where these cannot be told by their types', () => {
    const sprint =
      'com.atlassian.greenhopper.service.sprint.Sprint@1[id=7,rapidViewId=1,state=ACTIVE,name=Sprint 7,startDate=2026-01-11T00:00:00.000Z]';
    const site = learnSite([
      told(
        tellIssue('PAY-1', { customfield_88: [sprint], customfield_89: 'PAY-9' }),
        change(2, { field: 'Epic Link', to: '12', toText: 'PAY-9' }),
      ),
      told(tellIssue('PAY-9', { issuetype: types.epic })),
    ]);
    expect(site.fields).toMatchObject({ sprint: 'customfield_88', epicLink: 'customfield_89' });
    expect(site.sprints.get('7')?.begunAt).toBe(Date.parse(day(10)));
    expect(site.sprintProjects).toEqual(new Set([projectId('PAY')]));
    expect(site.planIds.get('PAY-9')).toBe(issueId('PAY-9'));
    expect(site.awaitedPlanKeys).toEqual(new Set());
  });

  it('has statuses that only histories name, by what is known of their name', () => {
    const site = learnSite([
      told(tellIssue('PAY-1'), statusChange(2, { id: '70', name: 'In Progress' }, { id: '71', name: 'Coding' })),
      told(tellIssue('PAY-2', { status: statuses.doing })),
    ]);
    expect([site.statuses.get('70')?.category, site.statuses.get('71')?.category]).toEqual(['started', null]);
  });

  it('works in sprints where a history says so', () => {
    const site = learnSite([told(tellIssue('PAY-1'), change(2, { field: 'Sprint', fieldId: 'customfield_1', from: '7', to: '' }))]);
    expect(site.sprintProjects).toEqual(new Set([projectId('PAY')]));
  });
});

describe('a former phrase of a link type', () => {
  const issuelinks = [{ id: '1', type: renamed, outwardIssue: { id: issueId('WEB-2'), key: 'WEB-2' } }];
  const uses = (issue: ReturnType<typeof tellIssue>, ...histories: HistoryEntry[]) =>
    learnSite([told(issue, ...histories)]).phrases.find('awaits');

  it('is that of the only link between the two issues', () => {
    expect(uses(tellIssue('PAY-1', { issuelinks }), change(2, linked('awaits', 'WEB-2')))).toMatchObject([
      { typeId: '2000', phrase: 'outward' },
    ]);
  });

  it.each([
    [
      'another link stands between them',
      [...issuelinks, { id: '2', type: linkTypes.relates, outwardIssue: { id: issueId('WEB-2'), key: 'WEB-2' } }],
      [linked('awaits', 'WEB-2')],
    ],
    ['it was taken back', issuelinks, [linked('awaits', 'WEB-2'), unlinked('awaits', 'WEB-2')]],
    ['the history tells two additions', issuelinks, [linked('relates to', 'WEB-2'), linked('awaits', 'WEB-2')]],
  ])('is not told where %s', (_, links, items) => {
    expect(uses(tellIssue('PAY-1', { issuelinks: links }), ...items.map((item, place) => change(place, item)))).toEqual([]);
  });

  it('that plainly says something else is none', () => {
    const site = learnSite([told(tellIssue('PAY-1', { issuelinks }), change(2, linked('duplicates', 'WEB-2')))]);
    expect(site.phrases.past()).toEqual([]);
  });
});

const inUse = { kind: siteKinds.typeInUse, externalId: types.task.id, payload: { issueTypeId: types.task.id } };

describe('what a site lists', () => {
  it('is not learned over', () => {
    const issue = tellIssue('PAY-1', { status: { id: '1', name: 'Renamed', statusCategory: { key: 'done' } } });
    expect(learnFromIssues(tellSite({}, [inUse]), [issue])).toEqual([]);
  });

  it('teaches nothing twice', () => {
    const issue = tellIssue('PAY-1', { [fields.epicLink]: 'PAY-9' });
    const once = learnFromIssues(tellSite(), [issue]);
    expect(once.map(({ kind }) => kind)).toEqual([siteKinds.typeInUse, siteKinds.awaitedPlan]);
    expect(learnFromIssues(tellSite({}, once), [issue])).toEqual([]);
  });

  it('is learned once, though issues contradict each other', () => {
    const other = { ...statuses.todo, statusCategory: { key: 'done' } };
    const contradicting = [told(tellIssue('PAY-1')), told(tellIssue('PAY-2', { status: other }))];
    expect(
      learnFromIssues(
        learnSite(contradicting),
        contradicting.map(({ issue }) => issue),
      ),
    ).toEqual([]);
  });

  it('that was learned from an issue follows newer issues', () => {
    const before = learnSite([told(tellIssue('PAY-1'))]);
    const lesson = learnFromIssues(before, [tellIssue('PAY-1', { status: { ...statuses.todo, name: 'Idea' } })]);
    expect(lesson).toMatchObject([{ kind: siteKinds.status, externalId: '1', payload: { name: 'Idea' } }]);
  });
});

describe('the digest of a site', () => {
  const plan = (key: string) => ({ kind: siteKinds.plan, externalId: key, payload: { key, id: issueId(key) } });
  const awaited = (key: string) => ({ kind: siteKinds.awaitedPlan, externalId: key, payload: { key } });
  const of = (...items: Parameters<typeof tellSite>[1] & object) => digestSite(tellSite({}, items));

  it('is the same where only things to come are learned', () => {
    expect(of(plan('PAY-9'))).toBe(of());
    expect(of(awaited('PAY-9'))).toBe(of());
  });

  it('is another where a parent is seen that issues had named', () => {
    expect(of(awaited('PAY-9'), plan('PAY-9'))).not.toBe(of(awaited('PAY-9')));
  });

  it('is another where a sprint begins, and not where one is planned', () => {
    const sprint = (state: string) => ({
      kind: siteKinds.sprint,
      externalId: '7',
      payload: { id: 7, name: 'S', state, startDate: day(3) },
    });
    expect(of(sprint('future'))).toBe(of());
    expect(of(sprint('active'))).not.toBe(of());
  });

  it('is another where the user chooses otherwise', () => {
    expect(digestSite(tellSite({ statuses: { 1: 'started' } }))).not.toBe(of());
  });
});
