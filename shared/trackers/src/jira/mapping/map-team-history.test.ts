import { describe, expect, it } from 'vitest';
import { deriveId } from '../../derive-id.ts';
import { change, connectionId, day, fields, projectId, tellIssue, tellSite } from '../jira-story.fixture.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapHistory } from './map-history.ts';
import { mapIssue } from './map-issue.ts';

const site = tellSite();
/** `[at, from, to]` of the teams. */
const teamName = (of: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]) => {
  const mapped = mapHistory(of, issue, histories);
  const names = new Map([...(mapped.placeholders?.team ?? [])].map(({ id, external_id }) => [id, external_id]));
  const nameOf = (id: string | null) => (id === null ? null : names.get(id));
  return (mapped.rows.issue_change ?? [])
    .filter(({ field }) => field === 'team')
    .map(({ at, from_id, to_id }) => [at, nameOf(from_id), nameOf(to_id)]);
};

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
    // Of both, from day 3 on, API is the first by name.
    expect(teamName(byComponent, issue, told)).toEqual([[day(5), 'API', 'UI']]);
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

  it('is the first by name where what it carries says several, and that is counted', () => {
    const issue = tellIssue('PAY-1', {
      components: [
        { id: '1', name: 'API' },
        { id: '2', name: 'UI' },
      ],
    });
    const mapped = mapIssue(tellSite({ teams: 'component' }), issue);
    expect(mapped.rows.team?.map(({ name }) => name)).toEqual(['API']);
    expect(mapped.rows.issue?.[0]?.team_id).toBe(mapped.rows.team?.[0]?.id);
    expect(mapped.problems).toMatchObject([{ kind: 'ambiguous-team', subject: 'PAY-1' }]);
  });
});
