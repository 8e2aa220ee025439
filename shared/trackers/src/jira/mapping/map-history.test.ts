import { describe, expect, it } from 'vitest';
import { deriveId } from '../../derive-id.ts';
import {
  change,
  connectionId,
  day,
  fields,
  issueId,
  linked,
  linkTypes,
  projectId,
  statusChange,
  statuses,
  tellIssue,
  tellSite,
  types,
  unlinked,
} from '../jira-story.fixture.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapHistory } from './map-history.ts';
import { mapIssue } from './map-issue.ts';

const site = tellSite();
const statusId = (id: string) => deriveId(connectionId, 'status', id);
const teamName = (of: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]) => {
  const mapped = mapHistory(of, issue, histories);
  const names = new Map([...(mapped.placeholders?.team ?? [])].map(({ id, external_id }) => [id, external_id]));
  const nameOf = (id: string | null) => (id === null ? null : names.get(id));
  return (mapped.rows.issue_change ?? [])
    .filter(({ field }) => field === 'team')
    .map(({ at, from_id, to_id }) => [at, nameOf(from_id), nameOf(to_id)]);
};

/** `[day, from, to]` of the statuses. */
function statusesOf(of: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]) {
  const ids = new Map(['1', '1#unplanned', '3', '6', '6#not-done', '10', '777'].map((id) => [statusId(id), id]));
  return (mapHistory(of, issue, histories).rows.issue_change ?? [])
    .filter(({ field }) => field === 'status')
    .map(({ at, from_id, to_id }) => [(Date.parse(at) - Date.parse(day(0))) / 86_400_000, ids.get(from_id ?? ''), ids.get(to_id ?? '')]);
}

const today = (of: JiraSite, issue: IssuePayload) => mapIssue(of, issue).rows.issue?.[0];

describe('the statuses of an issue', () => {
  const closed = tellIssue('PAY-1', { status: statuses.done });

  it('are those that changes tell, in order of time, whichever way they came', () => {
    const told = [statusChange(2, statuses.todo, statuses.doing), statusChange(5, statuses.doing, statuses.done)];
    const expected = [
      [2, '1', '3'],
      [5, '3', '6'],
    ];
    expect(statusesOf(site, closed, told)).toEqual(expected);
    expect(statusesOf(site, closed, told.toReversed())).toEqual(expected);
  });

  it('end in today’s, from the last update on, where a change is missing', () => {
    expect(statusesOf(site, closed, [statusChange(2, statuses.todo, statuses.doing)])).toEqual([
      [2, '1', '3'],
      [50, '3', '6'],
    ]);
  });

  it('are as today’s where there are no changes', () => {
    expect(statusesOf(site, closed, [])).toEqual([]);
    expect(today(site, closed)?.status_id).toBe(statusId('6'));
  });

  it('are told by the field’s id, in whatever language its name is', () => {
    const entry = change(3, { field: 'Статус', fieldId: 'status', from: '1', to: '6' });
    expect(statusesOf(site, closed, [entry])).toEqual([[3, '1', '6']]);
  });

  it('may be told by name alone', () => {
    const entry = change(3, { field: 'status', from: '1', fromText: 'To Do', to: null, toText: 'Closed' });
    expect(statusesOf(site, closed, [entry])).toEqual([[3, '1', '6']]);
  });

  it('of a resolution that says it was not done count as canceled, from when it says so', () => {
    const issue = tellIssue('PAY-1', { status: statuses.done, resolution: { id: '2', name: "Won't Fix" } });
    const told = [
      statusChange(2, statuses.todo, statuses.done),
      change(2, { field: 'resolution', fieldId: 'resolution', to: '1', toText: 'Done' }),
      change(4, { field: 'resolution', fieldId: 'resolution', from: '1', fromText: 'Done', to: '2', toText: "Won't Fix" }),
    ];
    expect(statusesOf(site, issue, told)).toEqual([
      [2, '1', '6'],
      [4, '6', '6#not-done'],
    ]);
    expect(today(site, issue)?.status_id).toBe(statusId('6#not-done'));
    expect(mapIssue(site, issue).rows.workflow_status?.map(({ external_id, category }) => [external_id, category])).toEqual([
      ['6', 'completed'],
      ['6#not-done', 'canceled'],
    ]);
  });

  it('are what the user says, whatever the resolution', () => {
    const issue = tellIssue('PAY-1', { status: statuses.done, resolution: { id: '2', name: "Won't Fix" } });
    const decided = tellSite({ statuses: { 6: 'completed' } });
    expect(today(decided, issue)?.status_id).toBe(statusId('6'));
  });
});

describe('an issue of a project that works in sprints', () => {
  const sprint = (id: number, state: string, begins: number) => ({
    kind: siteKinds.sprint,
    externalId: String(id),
    payload: { id, name: `Sprint ${id}`, state, startDate: day(begins), endDate: day(begins + 14) },
  });
  const inProject = (id: number) => ({
    kind: siteKinds.sprintProject,
    externalId: `${id}/PAY`,
    payload: { sprintId: id, projectId: projectId('PAY') },
  });
  const inSprints = tellSite({}, [sprint(7, 'active', 10), sprint(8, 'future', 24), inProject(7)]);
  const sprintItem = (onDay: number, from: string, to: string) => change(onDay, { field: 'Sprint', fieldId: fields.sprint, from, to });

  it('is backlog while it is in none, and from the day its sprint begins it is planned', () => {
    const issue = tellIssue('PAY-1', { [fields.sprint]: [{ id: 7, state: 'active' }] });
    expect(statusesOf(inSprints, issue, [sprintItem(4, '', '7')])).toEqual([[10, '1#unplanned', '1']]);
    expect(today(inSprints, issue)?.status_id).toBe(statusId('1'));
  });

  it('is planned at once where it comes into a sprint that has begun', () => {
    const issue = tellIssue('PAY-1', { [fields.sprint]: [{ id: 7, state: 'active' }] });
    expect(statusesOf(inSprints, issue, [sprintItem(12, '', '7')])).toEqual([[12, '1#unplanned', '1']]);
  });

  it('is backlog in a sprint that is still to come, whatever day is planned for it', () => {
    const issue = tellIssue('PAY-1', { [fields.sprint]: [{ id: 8, state: 'future' }] });
    expect(statusesOf(inSprints, issue, [sprintItem(4, '', '8')])).toEqual([]);
    expect(today(inSprints, issue)?.status_id).toBe(statusId('1#unplanned'));
  });

  it('is backlog again when it is taken out', () => {
    const told = [sprintItem(12, '', '7'), sprintItem(15, '7', '')];
    expect(statusesOf(inSprints, tellIssue('PAY-1'), told)).toEqual([
      [12, '1#unplanned', '1'],
      [15, '1', '1#unplanned'],
    ]);
  });

  it('is what its status says once somebody has begun with it', () => {
    const issue = tellIssue('PAY-1', { status: statuses.doing });
    expect(statusesOf(inSprints, issue, [statusChange(3, statuses.todo, statuses.doing)])).toEqual([[3, '1#unplanned', '3']]);
  });

  it('of another project is planned without', () => {
    expect(today(inSprints, tellIssue('WEB-1'))?.status_id).toBe(statusId('1'));
  });
});

describe('the team of an issue', () => {
  it('changes when it moves, by the projects’ ids', () => {
    const issue = tellIssue('WEB-1');
    const move = change(
      3,
      { field: 'Key', fromText: 'PAY-1', toText: 'WEB-1' },
      { field: 'project', fieldId: 'project', from: projectId('PAY'), fromText: 'Payments', to: projectId('WEB'), toText: 'Web' },
    );
    expect(teamName(site, issue, [move])).toEqual([[day(3), 'PAY', 'WEB']]);
    expect(mapHistory(site, issue, [move]).rows.issue_key).toEqual([
      { key: 'WEB-1', issue_id: deriveId(connectionId, 'issue', issue.id) },
      { key: 'PAY-1', issue_id: deriveId(connectionId, 'issue', issue.id) },
    ]);
  });

  it('is told by the key alone where an entry tells no project', () => {
    expect(teamName(site, tellIssue('WEB-1'), [change(3, { field: 'Key', fromText: 'PAY-1', toText: 'WEB-1' })])).toEqual([
      [day(3), 'PAY', 'WEB'],
    ]);
  });

  it('may be one of a project that is gone', () => {
    const move = change(
      3,
      { field: 'Key', fromText: 'OLD-1', toText: 'WEB-1' },
      { field: 'project', from: '77', fromText: 'Old things', to: projectId('WEB') },
    );
    expect(teamName(site, tellIssue('WEB-1'), [move])).toEqual([[day(3), 'OLD', 'WEB']]);
  });

  it('may come back', () => {
    const told = [
      change(3, { field: 'project', from: projectId('PAY'), to: projectId('WEB') }),
      change(6, { field: 'project', from: projectId('WEB'), to: projectId('PAY') }),
    ];
    expect(teamName(site, tellIssue('PAY-1'), told)).toEqual([
      [day(3), 'PAY', 'WEB'],
      [day(6), 'WEB', 'PAY'],
    ]);
  });

  it('follows its components, where these are teams', () => {
    const byComponent = tellSite({ teams: 'component' });
    const issue = tellIssue('PAY-1', { components: [{ id: '2', name: 'UI' }] });
    const told = [change(3, { field: 'Component', to: '2', toText: 'UI' }), change(5, { field: 'Component', from: '1', fromText: 'API' })];
    expect(teamName(byComponent, issue, told)).toEqual([
      [day(3), 'API', null],
      [day(5), null, 'UI'],
    ]);
  });

  it('follows its labels, where these are teams', () => {
    const groups = [
      { name: 'Front', keys: ['front'] },
      { name: 'Back', keys: ['back'] },
    ];
    const byLabel = tellSite({ teams: { source: 'label', groups } });
    const issue = tellIssue('PAY-1', { labels: ['urgent', 'back'] });
    const told = [change(4, { field: 'labels', fieldId: 'labels', fromText: 'front urgent', toText: 'back urgent' })];
    expect(teamName(byLabel, issue, told)).toEqual([[day(4), 'Front', 'Back']]);
  });

  it('follows its team field, where that is chosen', () => {
    const byField = tellSite({ teams: 'team-field' });
    const issue = tellIssue('PAY-1', { [fields.team]: { id: 'u-2', name: 'Platform' } });
    const told = [change(4, { field: 'Team', fieldId: fields.team, from: 'u-1', fromText: 'Web', to: 'u-2', toText: 'Platform' })];
    expect(teamName(byField, issue, told)).toEqual([[day(4), 'u-1', 'u-2']]);
  });

  it('follows a team field of another name, on a server that names fields alone', () => {
    const squad = { id: 'customfield_66', name: 'Squad', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' } };
    const bySquad = tellSite({ teams: { source: 'team-field', field: squad.id } }, [
      { kind: siteKinds.field, externalId: squad.id, payload: squad },
    ]);
    const issue = tellIssue('PAY-1', { customfield_66: { id: '5', value: 'Blue' } });
    const told = [
      change(4, { field: 'Squad', from: '4', fromText: 'Red', to: '5', toText: 'Blue' }),
      change(5, { field: 'Team', from: '1', to: '2' }),
    ];
    expect(teamName(bySquad, issue, told)).toEqual([[day(4), '4', '5']]);
  });

  it('is counted as unknown where what it carries says several', () => {
    const issue = tellIssue('PAY-1', {
      components: [
        { id: '1', name: 'API' },
        { id: '2', name: 'UI' },
      ],
    });
    const mapped = mapIssue(tellSite({ teams: 'component' }), issue);
    expect(mapped.rows.issue?.[0]?.team_id).toBeNull();
    expect(mapped.problems).toMatchObject([{ kind: 'ambiguous-team', subject: 'PAY-1' }]);
  });
});

describe('links in a history', () => {
  const told = (issue: IssuePayload, of: JiraSite, ...entries: HistoryEntry[]) => {
    const { rows, problems } = mapHistory(of, issue, entries);
    return {
      changes: rows.issue_link_change?.map(({ at, other_key, action, side }) => [at, other_key, action, side]),
      problems: problems?.map(({ kind }) => kind),
    };
  };

  it('are added and removed in words', () => {
    expect(
      told(tellIssue('PAY-1'), site, change(2, linked('is blocked by', 'WEB-2')), change(4, unlinked('is blocked by', 'WEB-2'))),
    ).toEqual({
      changes: [
        [day(2), 'WEB-2', 'added', 'blocked'],
        [day(4), 'WEB-2', 'removed', 'blocked'],
      ],
      problems: [],
    });
  });

  it('of other types are no change of a blocking one', () => {
    expect(told(tellIssue('PAY-1'), site, change(2, linked('relates to', 'WEB-2')))).toEqual({ changes: [], problems: [] });
  });

  it('in words that nobody knows belong to the one link that stands between the two', () => {
    const issuelinks = [{ id: '1', type: linkTypes.blocks, outwardIssue: { id: issueId('WEB-2'), key: 'WEB-2' } }];
    expect(told(tellIssue('PAY-1', { issuelinks }), site, change(2, linked('frobnicates', 'WEB-2')))).toEqual({
      changes: [[day(2), 'WEB-2', 'added', 'blocker']],
      problems: [],
    });
  });

  it('in words that nobody knows are counted where two links stand between the two', () => {
    const outwardIssue = { id: issueId('WEB-2'), key: 'WEB-2' };
    const issuelinks = [
      { id: '1', type: linkTypes.blocks, outwardIssue },
      { id: '2', type: linkTypes.relates, outwardIssue },
    ];
    expect(told(tellIssue('PAY-1', { issuelinks }), site, change(2, linked('frobnicates', 'WEB-2')))).toEqual({
      changes: [],
      problems: ['unknown-link-code'],
    });
  });
});

describe('a flag', () => {
  const flags = (issue: IssuePayload, ...entries: HistoryEntry[]) =>
    mapHistory(site, issue, entries).rows.issue_flag?.map(({ from_at, to_at }) => [from_at, to_at]);
  const flag = (onDay: number) => change(onDay, { field: 'Flagged', fieldId: fields.flagged, to: '[10019]', toText: 'Impediment' });
  const unflag = (onDay: number) =>
    change(onDay, { field: 'Flagged', fieldId: fields.flagged, from: '[10019]', fromText: 'Impediment', to: '', toText: '' });
  const isFlagged = { [fields.flagged]: [{ id: '10019', value: 'Impediment' }] };

  it('is a time from when it was set to when it was taken off', () => {
    expect(flags(tellIssue('PAY-1', isFlagged), flag(2), unflag(3), flag(8))).toEqual([
      [day(2), day(3)],
      [day(8), null],
    ]);
  });

  it('of which no history tells has no known beginning', () => {
    expect(flags(tellIssue('PAY-1', isFlagged))).toEqual([]);
    expect(flags(tellIssue('PAY-1'), unflag(3))).toEqual([]);
  });
});

describe('assignees in a history', () => {
  it('are known by their ids, and kept by name where nobody else tells of them', () => {
    const entry = change(2, { field: 'assignee', fieldId: 'assignee', from: 'ann', fromText: 'Ann', to: 'bob', toText: 'Bob' });
    const { rows, placeholders } = mapHistory(site, tellIssue('PAY-1'), [entry]);
    expect(rows.issue_change?.map(({ field, from_id, to_id }) => [field, from_id, to_id])).toEqual([
      ['assignee', deriveId(connectionId, 'person', 'ann'), deriveId(connectionId, 'person', 'bob')],
    ]);
    expect(placeholders?.person?.map(({ name, active }) => [name, active])).toEqual([
      ['Ann', false],
      ['Bob', false],
    ]);
  });

  it('known by another name there are one person', () => {
    const known = tellSite({}, [{ kind: siteKinds.personName, externalId: 'ann', payload: { name: 'ann', personId: 'JIRAUSER1' } }]);
    const entry = change(2, { field: 'assignee', from: null, to: 'ann', toText: 'Ann' });
    expect(mapHistory(known, tellIssue('PAY-1'), [entry]).rows.issue_change?.[0]?.to_id).toBe(
      deriveId(connectionId, 'person', 'JIRAUSER1'),
    );
  });
});

describe('the history of an epic', () => {
  it('is none of an issue', () => {
    expect(mapHistory(site, tellIssue('PAY-1', { issuetype: types.epic }), [statusChange(2, statuses.todo, statuses.doing)])).toEqual({
      rows: {},
    });
  });
});
