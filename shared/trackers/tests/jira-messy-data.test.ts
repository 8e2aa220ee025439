import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deriveId } from '../src/derive-id.ts';
import {
  change,
  connectionId,
  day,
  fields,
  issueId,
  learnSite,
  linked,
  linkTypes,
  statusChange,
  statuses,
  tellIssue,
  tellSite,
  types,
  unlinked,
} from '../src/jira/jira-story.fixture.ts';
import { mapHistory } from '../src/jira/mapping/map-history.ts';
import { mapIssue } from '../src/jira/mapping/map-issue.ts';
import { mapPeople } from '../src/jira/mapping/map-people.ts';
import { type HistoryEntry, historyEntry } from '../src/jira/payloads/changelog.ts';
import { type IssuePayload, issuePayload } from '../src/jira/payloads/issue.ts';
import type { JiraSite } from '../src/jira/site/jira-site.ts';
import { siteKinds } from '../src/jira/site/site-item.ts';
import type { KeptItem } from '../src/tracker.ts';
import { analyzeMapped, companyStory, rowsOf, settle } from './facts-of-mapped.ts';
import { isRecordedJiraThere, readRecorded, readRecordedIssues } from './recorded-jira.ts';

/*
 * What was seen in recorded sites, each as a small story; where a recorded site in the tests shows it, that site.
 */

interface Told {
  readonly issue: IssuePayload;
  readonly histories: readonly HistoryEntry[];
}

const tell = (issue: IssuePayload, ...histories: HistoryEntry[]): Told => ({ issue, histories });
const read = (told: readonly Told[], site: JiraSite = tellSite()) =>
  told.flatMap(({ issue, histories }) => [mapIssue(site, issue), mapHistory(site, issue, histories)]);
const issueUuid = (key: string) => deriveId(connectionId, 'issue', issueId(key));
const inDays = (at: number | null) => (at === null ? null : (at - Date.parse(day(0))) / 86_400_000);
const spans = (mapped: ReturnType<typeof read>) =>
  settle(mapped).map(({ from, to, startEvidence }) => [inDays(from), inDays(to), startEvidence]);

const end = (key: string) => ({ id: issueId(key), key, fields: { status: statuses.todo, issuetype: types.task } });
const blocks = (key: string, id = '1', type: object = linkTypes.blocks) => ({ issuelinks: [{ id, type, outwardIssue: end(key) }] });
const isBlockedBy = (key: string, id = '1', type: object = linkTypes.blocks) => ({ issuelinks: [{ id, type, inwardIssue: end(key) }] });

const withHistory = z.looseObject({ changelog: z.object({ histories: z.array(historyEntry) }) });
const recordedOf = (source: string): Told[] =>
  readRecordedIssues()
    .filter((recorded) => recorded.source.includes(source))
    .map(({ payload }) => tell(issuePayload.parse(payload), ...withHistory.parse(payload).changelog.histories));

describe('link types', () => {
  it('whose names differ in case alone are told apart by id', () => {
    const directed = { id: '2001', name: 'dependent', outward: 'depends upon', inward: 'is depended upon by' };
    const undirected = { id: '2002', name: 'Dependent', outward: 'Dependent', inward: 'Dependent' };
    const told = [
      tell(
        tellIssue('PAY-1', {
          issuelinks: [
            { id: '1', type: directed, outwardIssue: end('WEB-2') },
            { id: '2', type: undirected, outwardIssue: end('WEB-3') },
          ],
        }),
      ),
    ];
    const mapped = read(told, learnSite(told));
    expect(rowsOf(mapped, 'issue_link').map(({ blocker_issue_id, blocked_issue_id }) => [blocker_issue_id, blocked_issue_id])).toEqual([
      [issueUuid('WEB-2'), issueUuid('PAY-1')],
    ]);
    expect(mapped.flatMap(({ problems }) => problems ?? []).map(({ subject }) => subject)).toEqual(['link type Dependent (2002)']);
  });
});

describe('a link', () => {
  it('that both ends have is one', () => {
    const mapped = read([tell(tellIssue('PAY-1', blocks('WEB-2'))), tell(tellIssue('WEB-2', isBlockedBy('PAY-1')))]);
    expect(new Set(rowsOf(mapped, 'issue_link').map(({ id }) => id)).size).toBe(1);
    expect(settle(mapped)).toHaveLength(1);
  });

  it('of which both ends tell, some milliseconds apart, was added once', () => {
    const [first, second] = [change(4, linked('blocks', 'WEB-2')), change(4 + 88 / 86_400_000, linked('is blocked by', 'PAY-1'))];
    expect(spans(read([tell(tellIssue('PAY-1', blocks('WEB-2')), first), tell(tellIssue('WEB-2', isBlockedBy('PAY-1')), second)]))).toEqual(
      [[4, null, 'history']],
    );
  });

  it('of which both ends tell, six hours apart by one wrong offset, was added and removed once', () => {
    const told = [
      tell(tellIssue('PAY-1'), change(4, linked('blocks', 'WEB-2'))),
      tell(tellIssue('WEB-2'), change(4.25, linked('is blocked by', 'PAY-1'))),
      tell(tellIssue('PAY-1'), change(7, unlinked('blocks', 'WEB-2'))),
      tell(tellIssue('WEB-2'), change(7.25, unlinked('is blocked by', 'PAY-1'))),
    ];
    expect(spans(read(told))).toEqual([[4, 7, 'history']]);
  });

  it('that one end alone tells was added then', () => {
    const told = [
      tell(tellIssue('PAY-1', blocks('WEB-2'))),
      tell(tellIssue('WEB-2', isBlockedBy('PAY-1')), change(4, linked('is blocked by', 'PAY-1'))),
    ];
    expect(spans(read(told))).toEqual([[4, null, 'history']]);
  });

  it('of whose addition nobody tells has no known beginning, and is never taxed', () => {
    const mapped = read([
      tell(tellIssue('PAY-1', { ...blocks('WEB-2'), status: statuses.doing })),
      tell(tellIssue('WEB-2', { ...isBlockedBy('PAY-1'), status: statuses.doing })),
    ]);
    expect(spans(mapped)).toEqual([[null, null, 'unknown']]);
    const { analysis, company } = analyzeMapped(mapped, Date.parse(day(60)));
    expect([analysis.waits.count, company.dependencies.unknownStarts]).toEqual([0, 1]);
  });

  it('of whose removal alone a history tells had no known beginning', () => {
    expect(spans(read([tell(tellIssue('PAY-1'), change(7, unlinked('blocks', 'WEB-2'))), tell(tellIssue('WEB-2'))]))).toEqual([
      [null, 7, 'unknown'],
    ]);
  });

  it('that was added, never removed, and is not there is nothing that anybody knows the end of', () => {
    expect(spans(read([tell(tellIssue('PAY-1'), change(7, linked('blocks', 'WEB-2'))), tell(tellIssue('WEB-2'))]))).toEqual([]);
  });

  it('that was removed and added again stands since then', () => {
    const histories = [change(2, linked('blocks', 'WEB-2')), change(3, unlinked('blocks', 'WEB-2')), change(9, linked('blocks', 'WEB-2'))];
    const told = [tell(tellIssue('PAY-1', blocks('WEB-2')), ...histories), tell(tellIssue('WEB-2', isBlockedBy('PAY-1')))];
    expect(spans(read(told))).toEqual([
      [2, 3, 'history'],
      [9, null, 'history'],
    ]);
  });

  it('may be told by the key that the other issue had then', () => {
    const moved = tell(tellIssue('WEB-2', isBlockedBy('PAY-1')), change(8, { field: 'Key', fromText: 'OLD-2', toText: 'WEB-2' }));
    const told = [tell(tellIssue('PAY-1', blocks('WEB-2')), change(4, linked('blocks', 'OLD-2'))), moved];
    expect(spans(read(told))).toEqual([[4, null, 'history']]);
  });

  it('to an issue that nobody can see is dated by the end that can be seen, and waits on no team', () => {
    const mapped = read([
      tell(tellIssue('PAY-1', { ...isBlockedBy('SECRET-9'), status: statuses.doing }), change(4, linked('is blocked by', 'SECRET-9'))),
    ]);
    expect(spans(mapped)).toEqual([[4, null, 'history']]);
    expect(analyzeMapped(mapped, Date.parse(day(60))).analysis.waits.count).toBe(0);
  });

  it('beside another of another type between the same two makes one dependency', () => {
    const other = { id: '2003', name: 'Dependency', outward: 'is required by', inward: 'requires' };
    const issuelinks = [
      { id: '1', type: linkTypes.blocks, outwardIssue: end('WEB-2') },
      { id: '2', type: other, outwardIssue: end('WEB-2') },
    ];
    const told = [tell(tellIssue('PAY-1', { issuelinks }), change(4, linked('blocks', 'WEB-2'))), tell(tellIssue('WEB-2'))];
    expect(spans(read(told, learnSite(told)))).toEqual([[4, null, 'history']]);
  });

  it.skipIf(!isRecordedJiraThere)('of jirametrics has its two ends agree on who blocks, and since when', () => {
    const told = recordedOf('SP-').filter(({ issue }) => ['SP-14', 'SP-15'].includes(issue.key));
    const mapped = read(told, learnSite(told));
    const keys = new Map(rowsOf(mapped, 'issue_key').map(({ key, issue_id }) => [issue_id, key]));
    expect(
      settle(mapped).map(({ blocker, blocked, from }) => [keys.get(blocker), keys.get(blocked), new Date(from ?? 0).toISOString()]),
    ).toEqual([['SP-14', 'SP-15', '2022-04-24T16:42:42.488Z']]);
  });

  it.skipIf(!isRecordedJiraThere)('of DevLake’s server is read in both directions, with those to unseen projects', () => {
    const told = recordedOf('issue_relationships');
    const mapped = read(told, learnSite(told));
    const keys = new Map(rowsOf(mapped, 'issue_key').map(({ key, issue_id }) => [issue_id, key]));
    expect(
      settle(mapped)
        .map(({ blocker, blocked, startEvidence }) => `${keys.get(blocker)} ${keys.get(blocked)} ${startEvidence}`)
        .sort(),
    ).toEqual([
      'DZFNK0168-2 DZFNK0168-22 history',
      'DZFNK0168-20 IP8CUD168-35304 history',
      'DZFNK0168-5 DZFNK0168-1 history',
      'IP8CUD168-35406 DZFNK0168-20 history',
    ]);
    expect(mapped.flatMap(({ problems }) => problems ?? [])).toEqual([]);
  });
});

describe('a status', () => {
  it.skipIf(!isRecordedJiraThere)('of DevLake that is gone is placed where Jira or a status of its name tells, and counted else', () => {
    const listed = readRecorded('devlake/_raw_jira_api_status.json').map(
      ({ payload }): KeptItem => ({ kind: siteKinds.status, externalId: z.object({ id: z.string() }).parse(payload).id, payload }),
    );
    const told = recordedOf('api_issues.json');
    const site = learnSite(told, {}, listed);
    const categoryOf = (id: string) => site.statuses.get(id)?.category;
    expect(['5', '10000', '10029', '10020'].map(categoryOf)).toEqual(['completed', 'unstarted', null, null]);
    // One id, two names: today's is what it is.
    expect(site.statuses.get('3')).toMatchObject({ name: 'In Progress', category: 'started' });
    const problems = read(told, site).flatMap((mapped) => mapped.problems ?? []);
    expect(new Set(problems.map(({ subject }) => subject))).toEqual(new Set(['status Ready for Dev (10029)', 'status Inbox (10020)']));
    expect(learnSite(told, { statuses: { 10029: 'unstarted' } }, listed).statuses.get('10029')?.category).toBe('unstarted');
  });

  it('that people have put into the wrong category is what the user says', () => {
    const review = { id: '20', name: '代码评审', statusCategory: { key: 'new' } };
    const item = { kind: siteKinds.status, externalId: '20', payload: review };
    expect(tellSite({}, [item]).statuses.get('20')?.category).toBe('unstarted');
    expect(tellSite({ statuses: { 20: 'started' } }, [item]).statuses.get('20')?.category).toBe('started');
  });

  it('jumps with a change of workflow as the change of status in the same entry tells', () => {
    const entry = change(
      3,
      { field: 'Workflow', from: '1', to: '2' },
      { field: 'status', from: '1', fromText: 'To Do', to: '3', toText: 'In Progress' },
    );
    const [story] = companyStory(read([tell(tellIssue('PAY-1', { status: statuses.doing }), entry)])).issues;
    expect(story?.statuses.map(({ at, category }) => [inDays(at), category])).toEqual([
      [0, 'unstarted'],
      [3, 'started'],
    ]);
  });

  it('was left when the history says, not when the resolution is dated', () => {
    const issue = tellIssue('PAY-1', { status: statuses.done, resolutiondate: day(30), resolution: { id: '1', name: 'Done' } });
    const [story] = companyStory(read([tell(issue, statusChange(5, statuses.todo, statuses.done))])).issues;
    expect(story?.statuses.map(({ at, category }) => [inDays(at), category])).toEqual([
      [0, 'unstarted'],
      [5, 'completed'],
    ]);
  });

  it('of an issue without any change of it is today’s, from the beginning', () => {
    const [story] = companyStory(read([tell(tellIssue('PAY-1', { status: statuses.doing }))])).issues;
    expect(story?.statuses.map(({ at, category }) => [inDays(at), category])).toEqual([[0, 'started']]);
  });

  it('is the last of several at one instant, in the order in which they follow one another, whatever their ids', () => {
    const [doing, done] = [statusChange(3, statuses.todo, statuses.doing), statusChange(3, statuses.doing, statuses.done)];
    const against = [
      { ...doing, id: '900' },
      { ...done, id: '100' },
    ];
    const [story] = companyStory(read([tell(tellIssue('PAY-1', { status: statuses.done }), ...against)])).issues;
    expect(story?.statuses.map(({ at, category }) => [inDays(at), category])).toEqual([
      [0, 'unstarted'],
      [3, 'completed'],
    ]);
  });
});

describe('people', () => {
  it('may be nobody, and a change may have been made by nobody', () => {
    const entry = historyEntry.parse({
      id: '1',
      created: '2026-01-03T00:00:00.000+0000',
      items: [{ field: 'assignee', from: 'ann', fromString: 'Ann', to: null }],
    });
    const mapped = read([tell(tellIssue('PAY-1', { assignee: null, reporter: null, creator: null }), entry)]);
    expect(rowsOf(mapped, 'issue_change')).toMatchObject([{ field: 'assignee', to_id: null }]);
  });

  it('that left stay, apps are none, and each is one by the id that outlives names', () => {
    const issue = tellIssue('PAY-1', {
      assignee: { key: 'JIRAUSER290345', name: 'ichauster', displayName: 'I. Chauster', active: false },
      creator: { accountId: 'bot', accountType: 'app', displayName: 'Automation', active: true },
    });
    expect(mapPeople(tellSite(), [issue]).map(({ external_id, active, is_app }) => [external_id, active, is_app])).toEqual([
      ['JIRAUSER290345', false, false],
      ['bot', true, true],
    ]);
  });

  it('whose name and key differ are one, wherever a history has the name', () => {
    const person = { key: 'JIRAUSER290345', name: 'ichauster', displayName: 'I. Chauster' };
    const told = [tell(tellIssue('PAY-1', { assignee: person }), change(2, { field: 'assignee', from: null, to: 'ichauster' }))];
    const mapped = read(told, learnSite(told));
    expect(rowsOf(mapped, 'issue_change')[0]?.to_id).toBe(rowsOf(mapped, 'issue')[0]?.assignee_id);
  });

  it('that took over the name of another are not that other', () => {
    const [old, taker] = [
      { key: 'ann', name: 'ann2' },
      { key: 'JIRAUSER9', name: 'ann' },
    ];
    const told = [tell(tellIssue('PAY-1', { assignee: old, reporter: taker }), change(2, { field: 'assignee', from: null, to: 'ann' }))];
    const mapped = read(told, learnSite(told));
    expect(rowsOf(mapped, 'issue_change')[0]?.to_id).toBe(deriveId(connectionId, 'person', 'ann'));
  });
});

describe('an instant', () => {
  it('is the same in whatever offset of the season it is written', () => {
    const [winter, summer] = ['2012-02-19T17:03:28.944-0500', '2012-07-19T18:03:28.944-0400'].map((created) =>
      tellIssue('PAY-1', { created }),
    );
    expect([winter?.fields.created, summer?.fields.created]).toEqual(['2012-02-19T22:03:28.944Z', '2012-07-19T22:03:28.944Z']);
  });
});

describe('blocked work', () => {
  const told = (paymentDone: number | null, webDone: number | null) => {
    const histories = (done: number | null) => (done === null ? [] : [statusChange(done, statuses.doing, statuses.done)]);
    const status = (done: number | null) => ({ status: done === null ? statuses.doing : statuses.done });
    return read([
      tell(
        tellIssue('PAY-1', { ...blocks('WEB-2'), ...status(paymentDone) }),
        change(4, linked('blocks', 'WEB-2')),
        ...histories(paymentDone),
      ),
      tell(tellIssue('WEB-2', { ...isBlockedBy('PAY-1'), ...status(webDone) }), ...histories(webDone)),
    ]);
  };
  const waits = (mapped: ReturnType<typeof told>) => {
    const { waits: found } = analyzeMapped(mapped, Date.parse(day(60))).analysis;
    return Array.from(found.from, (from, row) => [inDays(from), inDays(Number(found.to[row]))]);
  };

  it('waits until its blocker is done, though the link stays', () => {
    expect(waits(told(9, 20))).toEqual([[4, 9]]);
  });

  it('that is done before its blocker waits no longer than it lasts', () => {
    expect(waits(told(20, 9))).toEqual([[4, 9]]);
  });

  it('that was done before it was linked never waited', () => {
    expect(waits(told(null, 2))).toEqual([]);
  });

  it('of which neither is done waits to this day', () => {
    expect(waits(told(null, null))).toEqual([[4, Infinity]]);
  });
});

describe('a circle', () => {
  const circle = (status: object, ...histories: HistoryEntry[]) => {
    const both = (key: string) => ({
      issuelinks: [
        { id: '1', type: linkTypes.blocks, outwardIssue: end(key) },
        { id: '2', type: linkTypes.blocks, inwardIssue: end(key) },
      ],
    });
    const mirrored = {
      issuelinks: [
        { id: '1', type: linkTypes.blocks, inwardIssue: end('PAY-1') },
        { id: '2', type: linkTypes.blocks, outwardIssue: end('PAY-1') },
      ],
    };
    return read([
      tell(
        tellIssue('PAY-1', { ...both('WEB-2'), status: statuses.doing }),
        change(4, linked('blocks', 'WEB-2')),
        change(5, linked('is blocked by', 'WEB-2')),
      ),
      tell(tellIssue('WEB-2', { ...mirrored, status }), ...histories),
    ]);
  };

  it('of open issues of two teams is a deadlock', () => {
    expect(analyzeMapped(circle(statuses.doing), Date.parse(day(60))).analysis.deadlocks).toEqual([[0, 1]]);
  });

  it('of which one is done is none', () => {
    expect(
      analyzeMapped(circle(statuses.done, statusChange(9, statuses.doing, statuses.done)), Date.parse(day(60))).analysis.deadlocks,
    ).toEqual([]);
  });
});

describe('rubbish', () => {
  it('in custom fields and texts does no harm', () => {
    const issue = tellIssue('PAY-1', {
      summary: 'Broken \uFFFD text',
      [fields.points]: 9_223_372_036_854_775_807n.toString(),
      [fields.sprint]: ['com.example.Thing@1[id=<null>]', null, 7],
      [fields.team]: { name: 'no id' },
      [fields.epicLink]: 'not a key',
      customfield_99: '{summaryBean=com.atlassian.jira.plugin@27f09c80[summary={}]}',
    });
    expect(mapIssue(tellSite({ teams: 'team-field' }), issue).rows.issue).toMatchObject([
      { estimate: null, cycle_id: null, team_id: null, parent_id: null },
    ]);
  });
});

describe.skipIf(!isRecordedJiraThere)('every recorded issue', () => {
  it('is mapped, with all its history, and everything that is not understood is counted', () => {
    const sites = [
      recordedOf('aerogear'),
      recordedOf('SP-'),
      recordedOf('api_issues.json'),
      recordedOf('issue_relationships'),
      recordedOf('external_epics'),
    ];
    const kinds = new Set<string>();
    for (const told of sites) {
      const site = learnSite(told);
      const mapped = read(told, site);
      const plans = told.filter(({ issue }) => (site.issueTypes.get(issue.fields.issuetype.id)?.level ?? 0) > 0);
      expect(rowsOf(mapped, 'issue')).toHaveLength(told.length - plans.length);
      expect(rowsOf(mapped, 'issue').filter(({ team_id }) => team_id === null)).toEqual([]);
      for (const { kind } of mapped.flatMap(({ problems }) => problems ?? [])) kinds.add(kind);
      const today = new Map(
        rowsOf(mapped, 'issue').flatMap((row) => [
          [`${row.id} status`, row.status_id],
          [`${row.id} team`, row.team_id],
        ]),
      );
      const changed = rowsOf(mapped, 'issue_change').filter(({ field }) => field === 'status' || field === 'team');
      const last = new Map(changed.map(({ issue_id, field, to_id }) => [`${issue_id} ${field}`, to_id]));
      for (const [name, id] of last) expect(id, name).toBe(today.get(name));
      const { analysis } = analyzeMapped(mapped, Date.UTC(2026, 0, 1));
      expect(analysis.problems).toEqual([]);
      for (let row = 0; row < analysis.waits.count; row++)
        expect(Number(analysis.waits.to[row])).toBeGreaterThan(Number(analysis.waits.from[row]));
    }
    expect(kinds).toEqual(new Set(['unknown-status-type']));
  });

  it('of jirametrics tells when it was flagged', () => {
    const told = recordedOf('SP-');
    const flags = rowsOf(read(told, learnSite(told)), 'issue_flag').map(({ from_at, to_at }) => [from_at, to_at]);
    expect(flags.sort()).toEqual([
      ['2021-08-29T18:04:39.112Z', null],
      ['2021-08-29T18:04:59.081Z', null],
      ['2021-09-06T04:33:30.647Z', '2021-09-06T04:33:55.539Z'],
      ['2022-04-24T20:30:51.748Z', null],
    ]);
  });
});
