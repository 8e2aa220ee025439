import type { Coverage } from '@speedtax/contract';
import type { CoverageCounts } from '@speedtax/storage';

/** Coverage of one connection, or of all together. */
export function presentCoverage(all: readonly CoverageCounts[], lastSyncedAt: Date | null): Coverage {
  const sum = (count: keyof CoverageCounts) => all.reduce((total, counts) => total + (counts[count] ?? 0), 0);
  const known = sum('issues') + sum('unseenIssues') + sum('dependencies');
  const doubtful = sum('issuesWithGap') + sum('unseenIssues') + sum('dependenciesWithUnknownStart');
  return {
    issues: sum('issues'),
    issuesWithoutTeam: sum('issuesWithoutTeam'),
    issuesWithUnknownStatus: sum('issuesWithUnknownStatus'),
    issuesWithoutHistory: sum('issuesWithoutHistory'),
    unseenIssues: sum('unseenIssues'),
    dependencies: sum('dependencies'),
    dependenciesWithUnknownStart: sum('dependenciesWithUnknownStart'),
    mentions: sum('mentions'),
    problems: sum('problems'),
    covered: known === 0 ? null : 1 - doubtful / known,
    lastSyncedAt: lastSyncedAt?.toISOString() ?? null,
  };
}
