import type { Coverage } from '@speedtax/contract';

export interface CoverageLine {
  words: string;
  count: number;
  total: number | null;
}

/** What is not known, each with its count; lines without a gap are left out. */
export function prepareCoverage(coverage: Coverage): CoverageLine[] {
  const lines: CoverageLine[] = [
    { words: 'issues without a team', count: coverage.issuesWithoutTeam, total: coverage.issues },
    { words: 'issues in a status we cannot place', count: coverage.issuesWithUnknownStatus, total: coverage.issues },
    { words: 'issues known from their own dates only, without history', count: coverage.issuesWithoutHistory, total: coverage.issues },
    { words: 'issues known only from a link: the credentials cannot see them', count: coverage.unseenIssues, total: null },
    {
      words: 'dependencies whose start is not known, so not taxed before it is',
      count: coverage.dependenciesWithUnknownStart,
      total: coverage.dependencies,
    },
    { words: 'mentions of another tracker’s issues that do not say who blocks whom, so not taxed', count: coverage.mentions, total: null },
    { words: 'other problems while reading', count: coverage.problems, total: null },
  ];
  return lines.filter((line) => line.count > 0);
}
