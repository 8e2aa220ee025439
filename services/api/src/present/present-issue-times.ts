import type { IssueRow } from '@speedtax/contract';
import type { FlaggedIssue, WaitingIssue } from '@speedtax/storage/analytics';

type Times = Pick<IssueRow, 'waitingMs' | 'waitingSince' | 'blockingTeamIds' | 'flaggedMs' | 'flaggedSince'>;
type Found = WaitingIssue | FlaggedIssue;

const noTimes: Times = { waitingMs: 0, waitingSince: null, blockingTeamIds: [], flaggedMs: 0, flaggedSince: null };

/** What each issue of a page waited, and was flagged: one of the two it was listed for, the other was found `beside`. */
export function presentIssueTimes(listed: readonly Found[], beside: readonly Found[], now: boolean): (issueId: string) => Times {
  const times = new Map<string, Times>();
  for (const found of [...listed, ...beside])
    times.set(found.issueId, { ...(times.get(found.issueId) ?? noTimes), ...presentFound(found, now) });
  return (issueId) => times.get(issueId) ?? noTimes;
}

function presentFound(found: Found, now: boolean): Partial<Times> {
  if ('flaggedMs' in found) return { flaggedMs: found.flaggedMs, flaggedSince: found.flaggedSince?.toISOString() ?? null };
  const { waitingMs, waitingSince, blockingTeamIds } = found;
  const isOver = now && waitingSince === null;
  return { waitingMs, waitingSince: waitingSince?.toISOString() ?? null, blockingTeamIds: isOver ? [] : [...blockingTeamIds] };
}
