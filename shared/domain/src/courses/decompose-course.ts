import type { CourseParts } from '../analysis/analysis.ts';
import { clip, emptySet, type IntervalSet, lengthMs, subtract, union } from '../interval/interval-set.ts';
import type { Play } from './gather-play.ts';

/**
 * Every instant of [startAt, endAt) belongs to exactly one part, the first of these that holds:
 *
 *     not started        before anything was in play
 *     working            some issue is started and not waiting
 *     waiting on others  some issue waits on another team
 *     waiting inside     some issue in play is blocked by an open one of its own team
 *     idle               none of these
 */
export function decomposeCourse({ firstAt, working, waiting, waitingInside }: Play, startAt: number, endAt: number): CourseParts {
  const notStartedMs = Math.min(Math.max(firstAt - startAt, 0), endAt - startAt);
  const of = (set: IntervalSet): IntervalSet => (startAt < endAt ? clip(set, { from: startAt, to: endAt }) : emptySet);
  const work = of(working);
  const onOthers = subtract(of(waiting), work);
  const busy = union(work, onOthers);
  const inside = subtract(of(waitingInside), busy);
  const [workingMs, waitingOnOthersMs, waitingInsideMs] = [lengthMs(work), lengthMs(onOthers), lengthMs(inside)];
  const idleMs = endAt - startAt - notStartedMs - workingMs - waitingOnOthersMs - waitingInsideMs;
  return { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs };
}
