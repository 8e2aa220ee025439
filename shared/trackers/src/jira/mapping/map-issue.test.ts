import { describe, expect, it } from 'vitest';
import { deriveId, type IdKind } from '../../derive-id.ts';
import { connectionId, fields, issueId, linkTypes, statuses, tellIssue, tellSite, types } from '../jira-story.fixture.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapIssue } from './map-issue.ts';

const site = tellSite();
const idOf = (kind: IdKind, externalId: string) => deriveId(connectionId, kind, externalId);
const rowOf = (...told: Parameters<typeof tellIssue>) => mapIssue(site, tellIssue(...told)).rows.issue?.[0];
const mentioned = (key: string, told: object = {}) => ({ id: issueId(key), key, fields: { summary: key, status: statuses.done, ...told } });

describe('an issue', () => {
  it('may lack everything that is empty', () => {
    expect(rowOf('PAY-1', { assignee: null, updated: null })).toMatchObject({
      key: 'PAY-1',
      url: 'https://jira.example/browse/PAY-1',
      assignee_id: null,
      creator_id: null,
      project_id: null,
      parent_id: null,
      cycle_id: null,
      due_on: null,
      estimate: null,
      priority: null,
      closed_at: null,
      is_defect: false,
    });
  });

  it('is known by what Jira calls its people, for good', () => {
    expect(rowOf('PAY-1', { assignee: { accountId: 'a', key: 'b', name: 'c' } })?.assignee_id).toBe(idOf('person', 'a'));
    expect(rowOf('PAY-1', { assignee: { key: 'b', name: 'c' } })?.assignee_id).toBe(idOf('person', 'b'));
    expect(rowOf('PAY-1', { assignee: { name: 'c' } })?.assignee_id).toBe(idOf('person', 'c'));
  });

  it('is described by its labels and components', () => {
    expect(rowOf('PAY-1', { labels: ['urgent'], components: [{ id: '1', name: 'API' }] })?.labels).toEqual(['API', 'urgent']);
  });

  it('that is a defect is one by its type', () => {
    expect(rowOf('PAY-1', { issuetype: types.bug })?.is_defect).toBe(true);
  });

  it('has an estimate that is a number, or none', () => {
    expect(rowOf('PAY-1', { [fields.points]: 5 })?.estimate).toBe(5);
    expect(rowOf('PAY-1', { [fields.points]: '9223372036854775807' })?.estimate).toBeNull();
  });

  it('is ranked by its priority', () => {
    const ranked = tellSite({}, [{ kind: siteKinds.priority, externalId: '2', payload: { id: '2', name: 'High' } }]);
    expect(mapIssue(ranked, tellIssue('PAY-1', { priority: { id: '2', name: 'High' } })).rows.issue?.[0]?.priority).toBe(2);
  });
});

describe('the place of an issue', () => {
  it('is the epic that Cloud calls its parent', () => {
    expect(rowOf('PAY-1', { parent: mentioned('PAY-9', { issuetype: types.epic }) })).toMatchObject({
      parent_id: idOf('issue', issueId('PAY-9')),
      project_id: idOf('project', issueId('PAY-9')),
    });
  });

  it('is that of its parent for a sub-task', () => {
    expect(rowOf('PAY-1', { issuetype: types.subTask, parent: mentioned('PAY-9', { issuetype: types.task }) })).toMatchObject({
      parent_id: idOf('issue', issueId('PAY-9')),
      project_id: null,
    });
  });

  it('is the epic that a server names by key, once that is seen', () => {
    const seen = tellSite({}, [{ kind: siteKinds.plan, externalId: 'PAY-9', payload: { key: 'PAY-9', id: issueId('PAY-9') } }]);
    const issue = tellIssue('PAY-1', { [fields.epicLink]: 'PAY-9' });
    expect(mapIssue(seen, issue).rows.issue?.[0]?.project_id).toBe(idOf('project', issueId('PAY-9')));
    expect(mapIssue(site, issue).rows.issue?.[0]?.project_id).toBeNull();
  });
});

describe('an epic', () => {
  it('is no issue, and no row is left of the one it may have been', () => {
    expect(mapIssue(site, tellIssue('PAY-1', { issuetype: types.epic }))).toEqual({
      rows: {},
      noLonger: { issue: [idOf('issue', issueId('PAY-1'))] },
    });
  });

  it('that became an issue is one, and nothing else any more', () => {
    expect(mapIssue(site, tellIssue('PAY-1')).noLonger).toEqual({
      project: [idOf('project', issueId('PAY-1'))],
      initiative: [idOf('initiative', issueId('PAY-1'))],
    });
  });
});

describe('the links of an issue', () => {
  const ends = (issuelinks: unknown[], of = site) =>
    mapIssue(of, tellIssue('PAY-1', { issuelinks })).rows.issue_link?.map(({ blocker_issue_id, blocked_issue_id, created_at }) => [
      blocker_issue_id,
      blocked_issue_id,
      created_at,
    ]);
  const [own, far] = [idOf('issue', issueId('PAY-1')), idOf('issue', issueId('WEB-2'))];
  const flipped = { id: '2000', name: 'Dependency', inward: 'blocks', outward: 'is blocked by' };
  const flippedSite = tellSite({}, [{ kind: siteKinds.linkType, externalId: '2000', payload: flipped }]);

  it('name the far end as inward where it blocks, by the usual words', () => {
    expect(ends([{ id: '1', type: linkTypes.blocks, inwardIssue: mentioned('WEB-2') }])).toEqual([[far, own, null]]);
    expect(ends([{ id: '1', type: linkTypes.blocks, outwardIssue: mentioned('WEB-2') }])).toEqual([[own, far, null]]);
  });

  it('are read by the words, where they are the other way round', () => {
    expect(ends([{ id: '1', type: flipped, inwardIssue: mentioned('WEB-2') }], flippedSite)).toEqual([[own, far, null]]);
    expect(ends([{ id: '1', type: flipped, outwardIssue: mentioned('WEB-2') }], flippedSite)).toEqual([[far, own, null]]);
  });

  it('of a type that only relates block nothing', () => {
    expect(ends([{ id: '1', type: linkTypes.relates, outwardIssue: mentioned('WEB-2') }])).toEqual([]);
  });

  it('leave a stub of the far end, with its key, its status and its address, and no team', () => {
    const { placeholders, rows } = mapIssue(
      site,
      tellIssue('PAY-1', { issuelinks: [{ id: '1', type: linkTypes.blocks, inwardIssue: mentioned('SECRET-2') }] }),
    );
    expect(placeholders?.issue).toMatchObject([
      { key: 'SECRET-2', title: 'SECRET-2', team_id: null, status_id: idOf('status', statuses.done.id), is_stub: true },
    ]);
    expect(rows.issue_key).toContainEqual({ key: 'SECRET-2', issue_id: idOf('issue', issueId('SECRET-2')) });
  });

  it('to an epic are counted', () => {
    const { rows, problems } = mapIssue(
      site,
      tellIssue('PAY-1', { issuelinks: [{ id: '1', type: linkTypes.blocks, inwardIssue: mentioned('WEB-2', { issuetype: types.epic }) }] }),
    );
    expect(rows.issue_link).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'link-between-levels', subject: 'link between PAY-1 and WEB-2' }]);
  });

  it('of a type that does not say who blocks whom are counted, once a type, until the user says', () => {
    const unclear = { id: '2001', name: 'Dependent', inward: 'Dependent', outward: 'Dependent' };
    const issue = tellIssue('PAY-1', { issuelinks: [1, 2].map((id) => ({ id, type: unclear, inwardIssue: mentioned(`WEB-${id}`) })) });
    const items = [{ kind: siteKinds.linkType, externalId: '2001', payload: unclear }];
    expect(mapIssue(tellSite({}, items), issue).problems).toMatchObject([
      { kind: 'link-without-direction', subject: 'link type Dependent (2001)' },
    ]);
    expect(mapIssue(tellSite({ linkTypes: { 2001: 'none' } }, items), issue).problems).toEqual([]);
    expect(mapIssue(tellSite({ linkTypes: { 2001: 'inward' } }, items), issue).rows.issue_link).toHaveLength(2);
  });
});
