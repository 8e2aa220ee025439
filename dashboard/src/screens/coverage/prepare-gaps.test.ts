import { describe, expect, it } from 'vitest';
import { prepareGaps } from './prepare-gaps.ts';

const nothing = {
  issuesWithoutTeam: 0,
  issuesWithUnknownStatus: 0,
  issuesWithoutHistory: 0,
  unseenIssues: 0,
  dependenciesWithUnknownStart: 0,
  problems: 0,
};
const jira = { id: 'c1', provider: 'jira', deployment: 'server' } as const;
const linear = { id: 'c2', provider: 'linear', deployment: null } as const;

describe('what is not known of a tracker', () => {
  it('is told only where something is missing', () => expect(prepareGaps(jira, nothing)).toEqual([]));

  it('comes with the way to mend it', () => {
    const [team, unseen] = prepareGaps(jira, { ...nothing, issuesWithoutTeam: 23, unseenIssues: 4 });
    expect(team).toMatchObject({
      count: 23,
      words: 'issues have no team',
      fix: { text: 'Map them to teams', href: '/connections/c1/mapping' },
    });
    expect(unseen?.fix?.href).toBe('/connect?tracker=jira-server&renew=c1');
  });

  it('promises no mending that nobody can do', () => {
    expect(prepareGaps(linear, { ...nothing, issuesWithoutTeam: 1, dependenciesWithUnknownStart: 2 }).map(({ fix }) => fix)).toEqual([
      null,
      null,
    ]);
  });
});
