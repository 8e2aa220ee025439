import type { IssueWaits } from '@speedtax/contract';
import { formatDuration, formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { formatInstant } from '../../words/instant.ts';
import type { Hatch } from '../hatch/hatches.tsx';
import type { Stretch } from '../scale/percent.ts';
import { placeInterval, type TimeScale } from '../scale/time-scale.ts';

/** One blocking team's part in an issue's waiting. */
export interface BlockingLane {
  teamId: string;
  name: string;
  waited: string;
  waitedExact: string;
  blocks: LaneBlock[];
}

export interface LaneBlock {
  id: string;
  stretch: Stretch;
  /** Height in share of the lane: blocking with one other team is half. */
  share: number;
  hatch: Hatch;
  /** Still going on where the data ends. */
  open: boolean;
  /** Where a hand-over began: this team took the wait on from another. */
  takenOver: boolean;
  says: string;
  href: string | null;
}

type WaitInterval = IssueWaits['intervals'][number];
type Blocker = WaitInterval['blockedBy'][number];

/** A lane per blocking team, the longest waited for on top; area is time waited. */
export function prepareLanes(issue: IssueWaits, scale: TimeScale, endMs: number, issueHref: (issueId: string) => string): BlockingLane[] {
  const lanes = new Map<string, { lane: BlockingLane; waitingMs: number }>();
  issue.intervals.forEach((wait, index) => {
    for (const blocker of wait.blockedBy) {
      const known = lanes.get(blocker.teamId) ?? { lane: emptyLane(blocker), waitingMs: 0 };
      known.waitingMs += blocker.waitingMs;
      known.lane.blocks.push(
        prepareBlock(wait, blocker, {
          id: String(index),
          scale,
          endMs,
          takenOver: tookOver(issue.intervals[index - 1], wait, blocker),
          issueHref,
        }),
      );
      lanes.set(blocker.teamId, known);
    }
  });
  return [...lanes.values()]
    .sort((a, b) => b.waitingMs - a.waitingMs || a.lane.name.localeCompare(b.lane.name, 'en'))
    .map(({ lane, waitingMs }) => ({ ...lane, waited: formatIssueDays(waitingMs), waitedExact: formatExactMs(waitingMs) }));
}

function emptyLane({ teamId, teamName }: Blocker): BlockingLane {
  return { teamId, name: teamName, waited: '', waitedExact: '', blocks: [] };
}

interface BlockPlace {
  id: string;
  scale: TimeScale;
  endMs: number;
  takenOver: boolean;
  issueHref: (issueId: string) => string;
}

function prepareBlock(wait: WaitInterval, blocker: Blocker, { id, scale, endMs, takenOver, issueHref }: BlockPlace): LaneBlock {
  const [first] = blocker.issues;
  const keys = blocker.issues.map((issue) => issue.key).join(', ');
  const until = wait.to === null ? 'still waiting' : `until ${formatInstant(wait.to)}`;
  return {
    id,
    stretch: placeInterval(scale, Date.parse(wait.from), wait.to === null ? endMs : Date.parse(wait.to)),
    share: blocker.share,
    hatch: hatches[blocker.anatomy],
    open: wait.to === null,
    takenOver,
    says: `${keys} of ${blocker.teamName}, ${blocker.anatomy.replace('_', ' ')}: ${formatDuration(wait.durationMs)} from ${formatInstant(wait.from)}, ${until}`,
    href: first ? issueHref(first.issueId) : null,
  };
}

/** The wait went on without a break, and the teams behind it changed to this one. */
function tookOver(before: WaitInterval | undefined, wait: WaitInterval, blocker: Blocker): boolean {
  return before !== undefined && before.to === wait.from && !before.blockedBy.some((each) => each.teamId === blocker.teamId);
}

const hatches = { unaccepted: 'hollow', queued: 'light', in_work: 'dense' } as const;
