import { describe, expect, it } from 'vitest';
import { deriveId } from '../src/derive-id.ts';
import {
  change,
  connectionId,
  day,
  issueId,
  learnSite,
  linked,
  linkTypes,
  statuses,
  tellIssue,
  unlinked,
} from '../src/jira/jira-story.fixture.ts';
import { analyzeMapped, rowsOf, settle } from './facts-of-mapped.ts';
import { isRecordedJiraThere } from './recorded-jira.ts';
import { blocking, blocks, inDays, isBlockedBy, read, recordedOf, tell } from './told-jira.ts';

/*
 * What was seen in recorded sites, each as a small story; where a recorded site in the tests shows it, that site.
 */

const issueUuid = (key: string) => deriveId(connectionId, 'issue', issueId(key));
const spans = (mapped: ReturnType<typeof read>) =>
  settle(mapped).map(({ from, to, startEvidence }) => [inDays(from), inDays(to), startEvidence]);

describe('link types', () => {
  it('whose names differ in case alone are told apart by id', () => {
    const directed = { id: '2001', name: 'dependent', outward: 'depends upon', inward: 'is depended upon by' };
    const undirected = { id: '2002', name: 'Dependent', outward: 'Dependent', inward: 'Dependent' };
    const told = [
      tell(
        tellIssue('PAY-1', {
          issuelinks: [blocking('WEB-2', '1', directed), blocking('WEB-3', '2', undirected)],
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
    const issuelinks = [blocking('WEB-2', '1', linkTypes.blocks), blocking('WEB-2', '2', other)];
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
