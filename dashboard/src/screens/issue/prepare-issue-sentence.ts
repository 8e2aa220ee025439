import type { IssueWaits } from '@speedtax/contract';
import { type KeptView, teamLink } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatDuration, formatExactMs } from '../../words/duration.ts';
import { sayFraction } from '../../words/fraction.ts';

/** "CHK-103 waited 20 d of its life, half of it on Data, and it still waits." */
export function prepareIssueSentence({ issue, intervals, waitingMs }: IssueWaits, view: KeptView): SentencePart[] {
  const name: SentencePart = { text: issue.key, exact: issue.title };
  const isWaiting = intervals.some((interval) => interval.to === null);
  if (intervals.length === 0 || waitingMs === 0)
    return [name, isWaiting ? ' has just begun to wait on another team.' : ' has never waited on another team.'];
  const heaviest = heaviestTeam(intervals);
  const on: SentencePart[] = heaviest
    ? [
        ', ',
        { text: sayFraction(heaviest.waitingMs / waitingMs), exact: formatDuration(heaviest.waitingMs) },
        ' of it on ',
        { text: heaviest.name, href: teamLink(heaviest.teamId, view) },
      ]
    : [];
  return [
    name,
    ' waited ',
    { text: formatDuration(waitingMs), exact: formatExactMs(waitingMs) },
    ...on,
    isWaiting ? ', and it still waits.' : '.',
  ];
}

function heaviestTeam(intervals: IssueWaits['intervals']) {
  const byTeam = new Map<string, { teamId: string; name: string; waitingMs: number }>();
  for (const { teamId, teamName, waitingMs } of intervals.flatMap((interval) => interval.blockedBy)) {
    const sum = byTeam.get(teamId)?.waitingMs ?? 0;
    byTeam.set(teamId, { teamId, name: teamName, waitingMs: sum + waitingMs });
  }
  return [...byTeam.values()].sort((a, b) => b.waitingMs - a.waitingMs)[0];
}
