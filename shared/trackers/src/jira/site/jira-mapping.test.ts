import { describe, expect, it } from 'vitest';
import { defaultJiraMapping, jiraMapping } from './jira-mapping.ts';

describe('a mapping', () => {
  it('may say nothing at all', () => {
    expect(defaultJiraMapping).toEqual({
      teams: { source: 'project', field: null, groups: [], rules: [] },
      statuses: {},
      linkTypes: {},
      initiativeLevel: null,
      initiativeOwnerField: 'assignee',
      levels: {},
      defectTypes: null,
    });
  });

  it('may be told in short', () => {
    expect(jiraMapping.parse({ teams: 'component', linkTypes: { 10: 'inward' } })).toMatchObject({
      teams: { source: 'component' },
      linkTypes: { 10: { blocks: 'inward' } },
    });
  });

  it.each([
    [{ team: {} }, [], 'team'],
    [{ teams: { source: 'squad' } }, ['teams', 'source'], 'project, team-field, component, label, rule'],
    [{ teams: { source: 'rule' } }, ['teams', 'rules'], 'at least one rule'],
    [{ teams: { source: 'label' } }, ['teams', 'groups'], 'name the labels'],
    [{ teams: { groups: [{ name: 'A', keys: [] }] } }, ['teams', 'groups', 0, 'keys'], 'at least one key'],
    [
      {
        teams: {
          groups: [
            { name: 'A', keys: ['X'] },
            { name: 'B', keys: ['X'] },
          ],
        },
      },
      ['teams', 'groups', 1],
      "'X' is in 'A' already",
    ],
    [{ teams: { rules: [{ when: {}, team: 'A' }] } }, ['teams', 'rules', 0, 'when'], 'say when'],
    [{ statuses: { 3: 'busy' } }, ['statuses', '3'], 'triage, backlog'],
    [{ linkTypes: { 3: { blocks: 'yes' } } }, ['linkTypes', '3', 'blocks'], 'outward, inward, none'],
    [{ linkTypes: { 3: 'yes' } }, ['linkTypes', '3', 'blocks'], 'outward, inward, none'],
    [{ initiativeLevel: 0 }, ['initiativeLevel'], 'level 1'],
    [{ initiativeOwnerField: 'boss' }, ['initiativeOwnerField'], 'customfield_10001'],
  ])('%j is refused at %j, with what to do', (input, path, message) => {
    const told = jiraMapping.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);
    expect(told).toEqual([[path.join('.'), expect.stringContaining(message)]]);
  });
});
