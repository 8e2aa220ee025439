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

const site = tellSite();

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
