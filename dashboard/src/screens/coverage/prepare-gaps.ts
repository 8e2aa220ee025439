import type { Connection, Coverage } from '@speedtax/contract';
import { connectionsLink, connectLink, mappingLink } from '../../address/links.ts';

export interface Gap {
  key: string;
  count: number;
  /** "issues have no team" */
  words: string;
  /** What that does to the figures. */
  effect: string;
  /** What somebody can do about it; null: nobody can. */
  fix: { text: string; href: string } | null;
}

type Counted = Pick<Coverage, 'issuesWithoutTeam' | 'issuesWithUnknownStatus' | 'issuesWithoutHistory' | 'unseenIssues'> &
  Pick<Coverage, 'dependenciesWithUnknownStart' | 'problems'>;

/** What is not known of one connection, each with what it does to the figures and how it is mended. Those without a count are left out. */
export function prepareGaps({ id, provider, deployment }: Pick<Connection, 'id' | 'provider' | 'deployment'>, coverage: Counted): Gap[] {
  const tracker = provider === 'linear' ? 'linear' : deployment === 'server' ? 'jira-server' : 'jira-cloud';
  const credentials = { text: 'Give it credentials that see more', href: connectLink(tracker, id) };
  const gaps: Gap[] = [
    {
      key: 'team',
      count: coverage.issuesWithoutTeam,
      words: 'issues have no team',
      effect: 'They neither pay nor impose a tax.',
      fix: provider === 'jira' ? { text: 'Map them to teams', href: mappingLink(id) } : null,
    },
    {
      key: 'status',
      count: coverage.issuesWithUnknownStatus,
      words: 'issues have been in a status that nobody can place',
      effect: 'Nothing is counted while they are in it.',
      fix: { text: 'Say what it counts as', href: mappingLink(id) },
    },
    {
      key: 'unseen',
      count: coverage.unseenIssues,
      words: 'issues are known only from a link',
      effect: 'Whoever waits on them is taxed only where the link tells their team.',
      fix: credentials,
    },
    {
      key: 'history',
      count: coverage.issuesWithoutHistory,
      words: 'issues have no history, only their own dates',
      effect: 'What they went through before today is not counted.',
      fix: { text: 'See how far the reading is', href: connectionsLink({}) },
    },
    {
      key: 'start',
      count: coverage.dependenciesWithUnknownStart,
      words: 'dependencies began at an instant that the tracker does not tell',
      effect: 'They are not taxed before it is known.',
      fix: null,
    },
    {
      key: 'problems',
      count: coverage.problems,
      words: 'things could not be read as they stand',
      effect: 'Everything else was read.',
      fix: { text: 'See each of them', href: connectionsLink({}) },
    },
  ];
  return gaps.filter(({ count }) => count > 0);
}
