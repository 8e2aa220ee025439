import { describe, expect, it } from 'vitest';
import { connectionId, issueId, linkTypes, statuses, tellIssue, types } from '../../jira-story.fixture.ts';
import { type JiraMappingInput, jiraMapping } from '../jira-mapping.ts';
import { siteKinds } from '../site-item.ts';
import { previewJiraMapping } from './preview-jira-mapping.ts';

const unclear = { id: '2001', name: 'Dependent', inward: 'Dependent', outward: 'Dependent' };
const items = [
  ...Object.values(statuses).map((payload) => ({ kind: siteKinds.status, externalId: payload.id, payload })),
  { kind: siteKinds.status, externalId: '99', payload: { id: '99', name: 'Odd' } },
  ...Object.values(types).map((payload) => ({ kind: siteKinds.issueType, externalId: payload.id, payload })),
  ...[linkTypes.blocks, linkTypes.relates, unclear].map((payload) => ({ kind: siteKinds.linkType, externalId: payload.id, payload })),
];
const blocks = [{ id: '1', type: linkTypes.blocks, outwardIssue: { id: issueId('WEB-2'), key: 'WEB-2' } }];
const issues = [
  tellIssue('PAY-1', { issuelinks: blocks }),
  tellIssue('WEB-2', {
    issuelinks: [{ id: '1', type: linkTypes.blocks, inwardIssue: { id: issueId('PAY-1'), key: 'PAY-1' } }],
    components: [{ id: '1', name: 'UI' }],
  }),
  tellIssue('WEB-3', { components: [{ id: '1', name: 'UI' }] }),
  tellIssue('OPS-4', { issuetype: types.epic, status: statuses.done }),
];
const preview = (mapping: JiraMappingInput = {}) =>
  previewJiraMapping({ connectionId, connectionUrl: 'https://jira.example', items }, jiraMapping.parse(mapping), issues);

describe('a preview of a mapping', () => {
  it('tells how many projects become how many teams', () => {
    const { projects, teams } = preview({ teams: { groups: [{ name: 'All', keys: ['PAY', 'WEB'] }] } });
    expect([projects, teams]).toEqual([3, [{ externalId: 'All', name: 'All', issues: 3, examples: ['PAY-1', 'WEB-2', 'WEB-3'] }]]);
  });

  it('shows first what has no team', () => {
    expect(preview({ teams: 'component' }).teams).toEqual([
      { externalId: null, name: null, issues: 1, examples: ['PAY-1'] },
      { externalId: 'UI', name: 'UI', issues: 2, examples: ['WEB-2', 'WEB-3'] },
    ]);
  });

  it('shows first the statuses that nobody can place, then the most used', () => {
    expect(
      preview()
        .statuses.slice(0, 3)
        .map(({ name, category, issues: count }) => [name, category, count]),
    ).toEqual([
      ['Odd', null, 0],
      ['To Do', 'unstarted', 3],
      ['Closed', 'completed', 1],
    ]);
    expect(preview({ statuses: { 99: 'started' } }).statuses.find(({ id }) => id === '99')).toMatchObject({
      category: 'started',
      isDecided: true,
    });
  });

  it('shows first the link types that nobody can place, and says each link once, in words', () => {
    expect(preview().linkTypes.map(({ name, blocks: direction, links, examples }) => [name, direction, links, examples])).toEqual([
      ['Dependent', 'none', 0, []],
      ['Blocks', 'outward', 1, ['PAY-1 blocks WEB-2']],
      ['Relates', 'none', 0, []],
    ]);
    expect(preview({ linkTypes: { 1000: 'inward' } }).linkTypes[1]).toMatchObject({
      proposed: 'outward',
      examples: ['WEB-2 blocks PAY-1'],
    });
  });

  it('tells what is at each level', () => {
    expect(preview().levels).toMatchObject([
      { level: 2, issueTypes: ['Initiative'], issues: 0 },
      { level: 1, issueTypes: ['Epic'], issues: 1 },
      { level: 0, issueTypes: ['Bug', 'Task'], issues: 3 },
      { level: -1, issueTypes: ['Sub-task'], issues: 0 },
    ]);
  });
});
