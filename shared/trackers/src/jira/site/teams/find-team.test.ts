import { describe, expect, it } from 'vitest';
import { type JiraMappingInput, jiraMapping } from '../jira-mapping.ts';
import { makeTeamFinder, type TeamSigns } from './find-team.ts';

const signs: TeamSigns = {
  project: { id: '1', key: 'PAY', name: 'Payments' },
  components: [],
  labels: [],
  team: null,
  issueType: { id: '7', name: 'Bug' },
};

function find(teams: JiraMappingInput['teams'], told: Partial<TeamSigns> = {}) {
  const answer = makeTeamFinder(jiraMapping.parse({ teams }))({ ...signs, ...told });
  return typeof answer === 'string' ? answer : answer.externalId;
}

describe('the team of an issue', () => {
  it('is its project, by the key of today', () => {
    expect(find(undefined)).toBe('PAY');
  });

  it('stays itself when the project gets another key', () => {
    const finder = makeTeamFinder(jiraMapping.parse({}));
    const [before, after] = ['PAY', 'PAYMENTS'].map((key) => finder({ ...signs, project: { ...signs.project, key } }));
    expect([before, after]).toMatchObject([{ externalId: 'PAY' }, { externalId: 'PAYMENTS' }]);
    expect(Object(before).identity).toBe(Object(after).identity);
  });

  it('is the group that several projects form', () => {
    expect(find({ groups: [{ name: 'Money', keys: ['pay', 'BILL'] }] })).toBe('Money');
    expect(find({ groups: [{ name: 'Web', keys: ['WEB'] }] })).toBe('PAY');
  });

  it('is what its team field holds', () => {
    expect(find('team-field', { team: { id: 'u-1', name: 'Platform' } })).toBe('u-1');
    expect(find({ source: 'team-field', groups: [{ name: 'Base', keys: ['Platform'] }] }, { team: { id: 'u-1', name: 'Platform' } })).toBe(
      'Base',
    );
    expect(find('team-field')).toBe('none');
  });

  it('is its component, and of several the first by name, whatever their order', () => {
    expect(find('component', { components: ['API'] })).toBe('API');
    expect(find('component', { components: ['UI', 'API'] })).toBe('API');
    expect(find('component', { components: ['API', 'ui', 'db'] })).toBe('API');
    expect(find('component', { components: ['zeta', 'Ärger'] })).toBe('Ärger');
    expect(find('component')).toBe('none');
  });

  it('of several components is the one that is grouped, and of several groups the first', () => {
    const groups = [
      { name: 'Front', keys: ['UI'] },
      { name: 'Back', keys: ['API', 'DB'] },
    ];
    expect(find({ source: 'component', groups }, { components: ['API', 'Docs'] })).toBe('Back');
    expect(find({ source: 'component', groups }, { components: ['API', 'DB'] })).toBe('Back');
    expect(find({ source: 'component', groups }, { components: ['API', 'UI'] })).toBe('Front');
  });

  it('is told by those labels alone that are named', () => {
    const groups = [{ name: 'Front', keys: ['team-front'] }];
    expect(find({ source: 'label', groups }, { labels: ['urgent', 'team-front'] })).toBe('Front');
    expect(find({ source: 'label', groups }, { labels: ['urgent'] })).toBe('none');
  });

  it('is decided by the first rule that fits, ahead of everything else', () => {
    const rules = [
      { when: { project: 'PAY', component: 'API' }, team: 'Payments API' },
      { when: { issueType: 'bug' }, team: 'Firefighters' },
    ];
    expect(find({ rules }, { components: ['API'] })).toBe('Payments API');
    expect(find({ rules })).toBe('Firefighters');
    expect(find({ rules }, { issueType: { id: '8', name: 'Task' } })).toBe('PAY');
    expect(find({ source: 'rule', rules }, { issueType: { id: '8', name: 'Task' } })).toBe('none');
  });
});
