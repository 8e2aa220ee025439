import type { IssueRef, IssueWaits } from '@speedtax/contract';
import { issueLink, type KeptView, teamLink } from '../../address/links.ts';
import { formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatInstantIn } from '../../words/instant-in.ts';
import { formatShare } from '../../words/share.ts';

export interface IssuePlace {
  key: string;
  title: string;
  href: string;
  url: string | null;
  status: string;
}

export interface IntervalRow {
  key: string;
  from: string;
  to: string;
  isOpen: boolean;
  duration: string;
  exact: string;
  waitingTeam: string;
  phase: 'held' | 'dragging';
  /** One line per blocking team. */
  blockers: {
    key: string;
    team: string;
    teamHref: string;
    share: string;
    waited: string;
    waitedExact: string;
    anatomy: string;
    issues: IssuePlace[];
  }[];
}

const anatomyWords = { unaccepted: 'unaccepted', queued: 'queued', in_work: 'in work' } as const;

/** The intervals that the figures count, newest first, each with who blocked it then. */
export function prepareIntervalRows({ intervals, teams }: IssueWaits, timeZone: string, view: KeptView): IntervalRow[] {
  const names = new Map(teams.flatMap((step) => (step.value ? [[step.value.teamId, step.value.name] as const] : [])));
  return [...intervals]
    .sort((a, b) => b.from.localeCompare(a.from))
    .map((interval) => ({
      key: interval.from,
      from: formatInstantIn(timeZone, interval.from),
      to: interval.to ? formatInstantIn(timeZone, interval.to) : 'still waiting',
      isOpen: interval.to === null,
      duration: formatDuration(interval.durationMs),
      exact: formatExactMs(interval.durationMs),
      waitingTeam: names.get(interval.waitingTeamId) ?? 'a team',
      phase: interval.phase,
      blockers: interval.blockedBy.map((blocker) => ({
        key: blocker.teamId,
        team: blocker.teamName,
        teamHref: teamLink(blocker.teamId, view),
        share: formatShare(blocker.share),
        waited: formatDuration(blocker.waitingMs),
        waitedExact: formatExactMs(blocker.waitingMs),
        anatomy: anatomyWords[blocker.anatomy],
        issues: blocker.issues.map((issue) => placeIssue(issue, view)),
      })),
    }));
}

export function placeIssue(issue: IssueRef, view: KeptView): IssuePlace {
  return {
    key: issue.key,
    title: issue.title,
    href: issueLink(issue.issueId, view),
    url: issue.url,
    status: issue.statusName ?? 'not known',
  };
}
