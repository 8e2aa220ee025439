import { describe, expect, it } from 'vitest';
import { deriveId } from '../../derive-id.ts';
import { change, connectionId, day, fields, projectId, statusChange, statuses, tellIssue, tellSite } from '../jira-story.fixture.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapHistory } from './map-history.ts';
import { mapIssue } from './map-issue.ts';

const site = tellSite();
const statusId = (id: string) => deriveId(connectionId, 'status', id);

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
