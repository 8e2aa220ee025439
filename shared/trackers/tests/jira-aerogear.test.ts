import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deriveId } from '../src/derive-id.ts';
import { connectionId, learnSite } from '../src/jira/jira-story.fixture.ts';
import { mapHistory } from '../src/jira/mapping/map-history.ts';
import { mapIssue } from '../src/jira/mapping/map-issue.ts';
import { historyEntry } from '../src/jira/payloads/changelog.ts';
import { issuePayload } from '../src/jira/payloads/issue.ts';
import type { JiraMappingInput } from '../src/jira/site/jira-mapping.ts';
import { analyzeMapped, companyStory, rowsOf, settle } from './facts-of-mapped.ts';
import { isRecordedJiraThere, readRecordedIssues, recordedJiraFile } from './recorded-jira.ts';

/*
 * Two hundred issues of a server of 2012, with every change. Its blocking type has been renamed since, and its phrases stand the
 * other way round than usual.
 */

const withHistory = z.looseObject({ changelog: z.object({ histories: z.array(historyEntry) }) });
const told = readRecordedIssues()
  .filter(({ source }) => source.startsWith('aerogear'))
  .map(({ payload }) => ({ issue: issuePayload.parse(payload), histories: withHistory.parse(payload).changelog.histories }));
/** Nothing in it is later. */
const end = Date.UTC(2020, 0, 1);

function read(mapping: JiraMappingInput = {}) {
  const site = learnSite(told, mapping);
  return { site, mapped: told.flatMap(({ issue, histories }) => [mapIssue(site, issue), mapHistory(site, issue, histories)]) };
}

describe.skipIf(!isRecordedJiraThere)('the links of AeroGear', () => {
  const { site, mapped } = read();
  const keyOf = new Map(rowsOf(mapped, 'issue_key').map(({ key, issue_id }) => [issue_id, key]));
  const edges = settle(mapped).map(({ blocker, blocked, from, to, startEvidence }) => ({
    pair: `${keyOf.get(blocker)} blocks ${keyOf.get(blocked)}`,
    from: from === null ? null : new Date(from).toISOString(),
    to: to === null ? null : new Date(to).toISOString(),
    startEvidence,
  }));
  const counts = z
    .object({ directed_edges_blocker_blocked: z.number(), top_blockers: z.array(z.tuple([z.string(), z.number()])) })
    .parse(JSON.parse(readFileSync(recordedJiraFile('aerogear/expected-counts.json'), 'utf8')));

  it('are all there, once each, and every one is dated by what its phrases once were', () => {
    const standing = edges.filter(({ to }) => to === null);
    expect(standing).toHaveLength(counts.directed_edges_blocker_blocked);
    expect(new Set(edges.map(({ startEvidence }) => startEvidence))).toEqual(new Set(['history']));
    expect(site.phrases.past().map(({ text, phrase }) => [text, phrase])).toEqual([
      ['depends', 'outward'],
      ['is a dependency of', 'inward'],
    ]);
  });

  it('point the right way', () => {
    for (const [key, count] of counts.top_blockers)
      expect(edges.filter(({ pair, to }) => to === null && pair.startsWith(`${key} blocks `))).toHaveLength(count);
  });

  it('hold a circle', () => {
    expect(edges.filter(({ pair }) => pair.includes('AEROGEAR-334'))).toEqual([
      { pair: 'AEROGEAR-113 blocks AEROGEAR-334', from: '2012-10-05T15:16:32.000Z', to: null, startEvidence: 'history' },
      { pair: 'AEROGEAR-334 blocks AEROGEAR-113', from: '2012-10-05T15:17:21.000Z', to: null, startEvidence: 'history' },
    ]);
  });

  it('that were taken back ended then', () => {
    expect(edges.filter(({ to }) => to !== null)).toEqual([
      {
        pair: 'AEROGEAR-171 blocks AEROGEAR-193',
        from: '2012-03-16T15:24:15.000Z',
        to: '2012-04-17T12:37:02.000Z',
        startEvidence: 'history',
      },
      {
        pair: 'AEROGEAR-170 blocks AEROGEAR-133',
        from: '2012-03-02T18:05:16.000Z',
        to: '2012-03-02T18:05:30.000Z',
        startEvidence: 'history',
      },
      {
        pair: 'AEROGEAR-145 blocks JBIDE-11050',
        from: '2012-02-24T20:37:37.000Z',
        to: '2012-02-24T20:37:43.000Z',
        startEvidence: 'history',
      },
    ]);
  });

  it('lead to ends that nobody has seen, which are of no team', () => {
    const stubs = mapped.flatMap(({ placeholders }) => [...(placeholders?.issue ?? [])]).filter(({ key }) => !key.startsWith('AEROGEAR'));
    expect(new Set(stubs.map(({ key, team_id }) => `${key} ${team_id}`))).toEqual(
      new Set(['JBIDE-11050 null', 'JBIDE-11277 null', 'RF-11097 null']),
    );
  });
});

describe.skipIf(!isRecordedJiraThere)('the statuses of AeroGear', () => {
  const expected = z.object({ closed_status_intervals: z.record(z.string(), z.object({ hours: z.number() })) });

  it('last as long as was counted elsewhere', () => {
    const { mapped } = read();
    const names = new Map(rowsOf(mapped, 'workflow_status').map(({ id, name }) => [id, name]));
    const created = new Map(rowsOf(mapped, 'issue').map(({ id, created_at }) => [id, Date.parse(created_at)]));
    const intervals = new Map<string, { hours: number }>();
    const byIssue = Map.groupBy(
      rowsOf(mapped, 'issue_change').filter(({ field }) => field === 'status'),
      ({ issue_id }) => issue_id,
    );
    for (const [issueId, changes] of byIssue) {
      let since = created.get(issueId) ?? Number.NaN;
      let counted: string | undefined;
      for (const { at, from_id, to_id } of changes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
        const [from, to] = [names.get(from_id ?? '') ?? '', names.get(to_id ?? '')];
        // A resolution that changes the meaning of a status does not end it.
        if (from === to) continue;
        const known = intervals.get(from)?.hours ?? 0;
        intervals.set(from, { hours: known + (Date.parse(at) - since) / 3_600_000 });
        since = Date.parse(at);
        counted = to;
      }
      expect(counted).toBeDefined();
    }
    const { closed_status_intervals } = expected.parse(JSON.parse(readFileSync(recordedJiraFile('aerogear/expected-counts.json'), 'utf8')));
    const hoursOf = (all: Iterable<[string, { hours: number }]>) =>
      Object.fromEntries([...all].map(([name, { hours }]) => [name, Math.round(hours * 100) / 100]));
    expect(hoursOf(intervals)).toEqual(hoursOf(Object.entries(closed_status_intervals)));
  });

  it('that only histories name are counted as such, and mapped when the user says what they are', () => {
    const unknown = ({ mapped }: ReturnType<typeof read>) =>
      new Set(
        mapped
          .flatMap(({ problems }) => problems ?? [])
          .filter(({ kind }) => kind === 'unknown-status-type')
          .map(({ subject }) => subject),
      );
    expect(unknown(read())).toEqual(new Set(['status Coding In Progress (3)', 'status Pull Request Sent (10011)']));
    expect(unknown(read({ statuses: { 3: 'started', 10011: 'started' } }))).toEqual(new Set());
  });
});

describe.skipIf(!isRecordedJiraThere)('the waits of AeroGear', () => {
  /** Its issues are of one project: kinds of work stand for teams. */
  const rules = ['Task', 'Sub-task', 'Bug', 'Enhancement', 'Feature Request', 'Story'].map((issueType) => ({
    when: { issueType },
    team: issueType,
  }));
  const { mapped } = read({ teams: { source: 'rule', rules }, statuses: { 3: 'started', 10011: 'started' } });
  const { story, company, analysis } = analyzeMapped(mapped, end);
  const issueAt = (index: number | undefined) => story.issues[index ?? -1];

  it('are some, forwards in time, and over', () => {
    expect(analysis.waits.count).toBeGreaterThan(10);
    expect(analysis.problems).toEqual([]);
    for (let row = 0; row < analysis.waits.count; row++) expect(analysis.waits.to[row]).toBeGreaterThan(Number(analysis.waits.from[row]));
    expect(analysis.waits.to.every(Number.isFinite)).toBe(true);
  });

  it('never run on after the waiting issue or its blocker is done, though links stay', () => {
    for (let row = 0; row < analysis.waits.count; row++) {
      const [begin, end] = [analysis.waits.blockerOffset[row], analysis.waits.blockerOffset[row + 1]];
      for (const index of [analysis.waits.issue[row], ...analysis.waits.blocker.subarray(begin, end)]) {
        const issue = issueAt(index);
        const before = issue?.statuses.findLast(({ at }) => at < Number(analysis.waits.to[row]))?.category;
        expect(['unstarted', 'started', 'backlog', 'triage'], `${issue?.id} at the end of row ${row}`).toContain(before);
      }
    }
  });

  it('knows no deadlock: the two of its circle were done before they blocked each other', () => {
    expect(analysis.deadlocks).toEqual([]);
    expect(company.dependencies.unknownStarts).toBe(0);
  });
});

describe.skipIf(!isRecordedJiraThere)('reading AeroGear', () => {
  it('comes to the same in whatever order its items come', () => {
    const site = learnSite(told);
    const tell = (items: typeof told) => {
      const mapped = items.flatMap(({ issue, histories }) => [mapHistory(site, issue, histories.toReversed()), mapIssue(site, issue)]);
      const story = companyStory(mapped);
      return { issues: story.issues.toSorted((a, b) => (a.id < b.id ? -1 : 1)), dependencies: story.dependencies };
    };
    expect(tell(told.toReversed())).toEqual(tell(told));
  });

  it('names teams by the key of their project', () => {
    expect(rowsOf(read().mapped, 'team')[0]).toMatchObject({
      id: deriveId(connectionId, 'team', 'project:12311621'),
      external_id: 'AEROGEAR',
      name: 'AeroGear',
    });
  });
});
