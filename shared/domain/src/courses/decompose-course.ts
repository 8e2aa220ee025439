import type { CourseParts } from '../analysis/analysis.ts';
import { elapsedAt, type OrganizationClock } from '../clock/organization-clock.ts';
import { clip, emptySet, type IntervalSet, subtract, union } from '../interval/interval-set.ts';
import type { Play } from '../play/read-play.ts';

/**
 * Every instant of [startAt, endAt) belongs to exactly one part, the first of these that holds:
 *
 *     not started        before anything was in play
 *     working            some issue is started and not waiting
 *     waiting on others  some issue waits on another team
 *     waiting inside     some issue in play is blocked by an open one of its own team
 *     idle               none of these
 */
export function decomposeCourse(
  { firstAt, working, waiting, waitingInside }: Pick<Play, 'firstAt' | 'working' | 'waiting' | 'waitingInside'>,
  startAt: number,
  endAt: number,
  clock: Pick<OrganizationClock, 'knots'>,
): CourseParts {
  const lengthMs = (set: IntervalSet): number =>
    set.from.reduce((sum, from, k) => sum + elapsedAt(clock, set.to[k]!) - elapsedAt(clock, from), 0);
  const wholeMs = elapsedAt(clock, endAt) - elapsedAt(clock, startAt);
  const notStartedMs = Math.max(0, elapsedAt(clock, Math.min(firstAt, endAt)) - elapsedAt(clock, startAt));
  const of = (set: IntervalSet): IntervalSet => (startAt < endAt ? clip(set, { from: startAt, to: endAt }) : emptySet);
  const work = of(working);
  const onOthers = subtract(of(waiting), work);
  const busy = union(work, onOthers);
  const inside = subtract(of(waitingInside), busy);
  const [workingMs, waitingOnOthersMs, waitingInsideMs] = [lengthMs(work), lengthMs(onOthers), lengthMs(inside)];
  const idleMs = wholeMs - notStartedMs - workingMs - waitingOnOthersMs - waitingInsideMs;
  return { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs };
}
