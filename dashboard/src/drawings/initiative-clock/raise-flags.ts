import type { InitiativeTimeline } from '@speedtax/contract';
import { formatDuration } from '../../words/duration.ts';
import { formatDay } from '../../words/instant.ts';
import type { Stretch } from '../scale/percent.ts';
import { placeInterval, type TimeScale } from '../scale/time-scale.ts';

/** A blocker on its pole: arriving at the left end, leaving at the right. */
export interface Flag {
  id: string;
  key: string;
  stretch: Stretch;
  /** Percent of the width that its words may take before the next flag of the lane. */
  room: number;
  /** 0 is nearest to the weeks. */
  lane: number;
  open: boolean;
  says: string;
  href: string;
}

export interface FlagNames {
  teamName: (teamId: string) => string;
  issueHref: (issueId: string) => string;
}

const mostLanes = 6;
/** What a flag's words take at the drawing's usual width. */
const leastRoomPercent = 9;

type Blocker = InitiativeTimeline['blockers'][number];

/** Lays the blockers of this time on as few lanes as they need, the longest first where not all find room. */
export function raiseFlags(
  timeline: InitiativeTimeline,
  scale: TimeScale,
  names: FlagNames,
): { shown: Flag[]; lanes: number; all: number } {
  const endMs = Date.parse(timeline.dataCutOff ?? timeline.to);
  const untilMs = (blocker: Blocker) => (blocker.to === null ? Math.max(endMs, Date.parse(blocker.from)) : Date.parse(blocker.to));
  const lengthMs = (blocker: Blocker) => untilMs(blocker) - Date.parse(blocker.from);
  const seen = timeline.blockers.filter(
    (blocker) => Date.parse(blocker.from) < Date.parse(timeline.to) && (blocker.to === null || Date.parse(blocker.to) > scale.fromMs),
  );
  const taken: Stretch[][] = [];
  const shown: Flag[] = [];
  for (const blocker of seen.toSorted((a, b) => lengthMs(b) - lengthMs(a) || a.key.localeCompare(b.key, 'en'))) {
    const stretch = placeInterval(scale, Date.parse(blocker.from), untilMs(blocker));
    const lane = freeLane(taken, stretch);
    if (lane >= mostLanes) continue;
    taken[lane] = [...(taken[lane] ?? []), stretch];
    shown.push({
      id: `${blocker.issueId} ${shown.length}`,
      key: blocker.key,
      stretch,
      room: 0,
      lane,
      open: blocker.to === null,
      says: `${blocker.key} of ${names.teamName(blocker.blockingTeamId)}: ${formatDuration(lengthMs(blocker))} from ${formatDay(blocker.from)}${blocker.to === null ? ', still blocking' : ` to ${formatDay(blocker.to)}`}`,
      href: names.issueHref(blocker.issueId),
    });
  }
  return { shown: shown.map((flag) => ({ ...flag, room: roomAfter(flag, shown) })), lanes: taken.length, all: seen.length };
}

function roomAfter(flag: Flag, all: readonly Flag[]): number {
  const later = all.filter((other) => other.lane === flag.lane && other.stretch.x > flag.stretch.x).map((other) => other.stretch.x);
  return Math.round((Math.min(100, ...later) - flag.stretch.x) * 100) / 100;
}

function freeLane(taken: readonly Stretch[][], wanted: Stretch): number {
  const lane = taken.findIndex((lane) => lane.every((other) => !touches(other, wanted)));
  return lane === -1 ? taken.length : lane;
}

function touches(a: Stretch, b: Stretch): boolean {
  return a.x < b.x + Math.max(b.width, leastRoomPercent) && b.x < a.x + Math.max(a.width, leastRoomPercent);
}
