import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deriveId } from '../src/derive-id.ts';
import {
  change,
  connectionId,
  day,
  fields,
  learnSite,
  statusChange,
  statuses,
  tellIssue,
  tellSite,
} from '../src/jira/jira-story.fixture.ts';
import { mapIssue } from '../src/jira/mapping/map-issue.ts';
import { mapPeople } from '../src/jira/mapping/map-people.ts';
import { historyEntry } from '../src/jira/payloads/changelog.ts';
import { siteKinds } from '../src/jira/site/site-item.ts';
import type { KeptItem } from '../src/tracker.ts';
import { analyzeMapped, companyStory, rowsOf } from './facts-of-mapped.ts';
import { isRecordedJiraThere, readRecorded } from './recorded-jira.ts';
import { inDays, read, recordedOf, tell } from './told-jira.ts';

/*
 * What was seen in recorded sites, each as a small story; where a recorded site in the tests shows it, that site.
 */

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
