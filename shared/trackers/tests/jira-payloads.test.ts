import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { historyEntry } from '../src/jira/payloads/changelog.ts';
import { issuePayload } from '../src/jira/payloads/issue.ts';
import { issueTypePayload } from '../src/jira/payloads/issue-type.ts';
import { projectPayload } from '../src/jira/payloads/project.ts';
import { sprintPayload } from '../src/jira/payloads/sprint.ts';
import { statusPayload } from '../src/jira/payloads/status.ts';
import { userPayload } from '../src/jira/payloads/user.ts';
import { isRecordedJiraThere, readRecorded, readRecordedIssues } from './recorded-jira.ts';

/** As recorded, read with as little of a shape as possible. */
const written = z.looseObject({
  id: z.string(),
  fields: z.looseObject({ issuelinks: z.array(z.unknown()), created: z.string(), assignee: z.unknown() }),
  changelog: z.object({
    histories: z.array(z.looseObject({ created: z.string(), items: z.array(z.record(z.string(), z.unknown())) })),
  }),
});

describe.skipIf(!isRecordedJiraThere)('issues that were recorded', () => {
  const recorded = readRecordedIssues();

  it('are there', () => {
    expect(recorded.length).toBeGreaterThan(250);
  });

  it('are read, every one, without losing a link, an assignee or an instant', () => {
    for (const { source, payload } of recorded) {
      const issue = issuePayload.parse(payload);
      const { id, fields } = written.parse(payload);
      expect(issue, source).toMatchObject({ id });
      expect(issue.fields.issuelinks, source).toHaveLength(fields.issuelinks.length);
      for (const link of issue.fields.issuelinks) expect([link.inwardIssue, link.outwardIssue].filter(Boolean), source).toHaveLength(1);
      expect(issue.fields.assignee === null, source).toBe(fields.assignee === null);
      expect(Date.parse(issue.fields.created), source).toBe(Date.parse(fields.created));
      expect(issue.fields.updated, source).toMatch(/^\d{4}-.*\.\d{3}Z$/);
    }
  });

  it('keep every change, and every value of it', () => {
    let items = 0;
    for (const { source, payload } of recorded) {
      for (const entry of written.parse(payload).changelog.histories) {
        const read = historyEntry.parse(entry);
        expect(Date.parse(read.created), source).toBe(Date.parse(entry.created));
        expect(read.items, source).toHaveLength(entry.items.length);
        items += read.items.length;
        for (const [i, item] of entry.items.entries()) {
          const own = (key: string) => (Object.hasOwn(item, key) ? item[key] || null : null);
          expect(read.items[i], source).toEqual({
            field: own('field'),
            fieldId: own('fieldId'),
            fieldtype: own('fieldtype'),
            from: own('from'),
            fromText: own('fromString'),
            to: own('to'),
            toText: own('toString'),
          });
        }
      }
    }
    expect(items).toBeGreaterThan(2_000);
  });
});

describe.skipIf(!isRecordedJiraThere)('lists that were recorded', () => {
  it.each([
    ['statuses', statusPayload, ['devlake/_raw_jira_api_status.json', 'jirametrics/sample_statuses.json']],
    ['issue types', issueTypePayload, ['devlake/_raw_jira_api_issue_types.json']],
    ['projects', projectPayload, ['devlake/_raw_jira_api_projects.json']],
    ['sprints', sprintPayload, ['devlake/_raw_jira_api_sprints.json']],
    ['users', userPayload, ['devlake/_raw_jira_api_users.json']],
    ['changes', historyEntry, ['devlake/_raw_jira_api_issue_changelogs.json']],
  ] as const)('of %s are read', (_, schema, paths) => {
    const items = paths.flatMap(readRecorded);
    expect(items.length).toBeGreaterThan(3);
    for (const { source, payload } of items) expect(() => schema.parse(payload), source).not.toThrow();
  });
});

describe('a change', () => {
  it('whose new text is left out has none, though every object has a function of that name', () => {
    const entry = historyEntry.parse({ id: '1', created: 1_492_070_429, items: [{ field: 'assignee', from: 'ann', fromString: 'Ann' }] });
    expect(entry.items[0]).toMatchObject({ from: 'ann', fromText: 'Ann', to: null, toText: null });
  });

  it.each([
    ['2012-02-19T22:03:28.944-0600', '2012-02-20T04:03:28.944Z'],
    ['2022-04-24T16:42:42.531+0000', '2022-04-24T16:42:42.531Z'],
    [1_650_818_562_531, '2022-04-24T16:42:42.531Z'],
    [1_492_070_429, '2017-04-13T08:00:29.000Z'],
  ])('is dated %s', (created, at) => {
    expect(historyEntry.parse({ id: 7, created, items: [] })).toMatchObject({ id: '7', created: at });
  });

  it.each(['yesterday', '2012', '', null])('is not dated %j', (created) => {
    expect(historyEntry.safeParse({ id: '7', created, items: [] }).success).toBe(false);
  });
});

describe('a sprint', () => {
  it('of an old server is read from what Java prints of it, commas in its name and all', () => {
    const dump =
      'com.atlassian.greenhopper.service.sprint.Sprint@5c2d[id=42,rapidViewId=7,state=CLOSED,name=Search, phase 2,' +
      'startDate=2015-04-01T09:00:00.000+02:00,endDate=2015-04-15T09:00:00.000+02:00,completeDate=<null>,sequence=42]';
    expect(sprintPayload.parse(dump)).toEqual({
      id: '42',
      name: 'Search, phase 2',
      state: 'closed',
      boardId: '7',
      startDate: '2015-04-01T07:00:00.000Z',
      endDate: '2015-04-15T07:00:00.000Z',
      completeDate: null,
    });
  });

  it('that is none is refused', () => {
    expect(sprintPayload.safeParse('Sprint 7').success).toBe(false);
  });
});
