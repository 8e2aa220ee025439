import { describe, expect, it } from 'vitest';
import { prepareMeaning } from './prepare-meaning.ts';

const team = (externalId: string | null, issues = 10) => ({ externalId, name: externalId, issues, examples: [] });
const say = (...args: Parameters<typeof prepareMeaning>) =>
  prepareMeaning(...args)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');

describe('what the words of a tracker come to', () => {
  it.each<[string, Parameters<typeof prepareMeaning>[0], 'linear' | 'jira', string]>([
    [
      'projects that become fewer teams',
      { issues: 400, projects: 14, teams: Array.from({ length: 9 }, (_, at) => team(`t${at}`)) },
      'jira',
      'These 14 projects become 9 teams.',
    ],
    [
      'issues without a team',
      { issues: 1_400, projects: 1, teams: [team(null, 23), team('a')] },
      'jira',
      'This 1 project becomes 1 team; 23 issues of 1,400 issues looked at have none.',
    ],
    [
      'teams that Linear knows itself',
      { issues: 12, projects: 0, teams: [team('a'), team('b')] },
      'linear',
      'Linear says itself what its teams, links and initiatives are: nothing has to be mapped.',
    ],
    [
      'nothing read yet',
      { issues: 0, projects: 0, teams: [] },
      'jira',
      'Ours is being read: what its words mean is shown on your own issues, in a moment.',
    ],
  ])('is told of %s', (_title, outcome, provider, expected) => {
    expect(say(outcome, provider, 'Ours')).toBe(expected);
  });
});
