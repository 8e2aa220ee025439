import { type CourseParts, courseParts, type InitiativeCourse } from '../analysis/analysis.ts';
import { elapsedAt, type OrganizationClock } from '../clock/organization-clock.ts';
import type { InitiativeFacts } from '../facts/company.ts';
import { plausibleDate } from '../facts/plausible-date.ts';
import type { Play } from '../play/read-play.ts';
import { decomposeCourse } from './decompose-course.ts';

/** When an initiative began and ended, when it first delivered, and what its time was spent on. */
export function deriveCourse(
  { status, dates }: Pick<InitiativeFacts, 'status' | 'dates'>,
  play: Play,
  clock: Pick<OrganizationClock, 'knots'>,
  now: number,
): InitiativeCourse {
  const startedAt = knownBy(dates?.startedAt, now);
  const startAt = startedAt ?? (play.firstAt <= now ? play.firstAt : null);
  // A canceled initiative ends at an instant that trackers do not tell.
  const isLasting = status === 'planned' || status === 'active';
  const endAt = isLasting ? now : status === 'completed' ? knownBy(dates?.completedAt, now) : null;
  const isMeasurable = startAt !== null && endAt !== null && endAt >= startAt;
  const lastsSince = isLasting && startAt !== null ? Math.max(startAt, play.lastAt) : null;
  return {
    startAt,
    startSource: startedAt !== null ? 'tracker' : startAt === null ? null : 'first_in_play',
    endAt,
    isCompleted: status === 'completed',
    firstValueAt: startAt === null ? null : (play.completedAt.find((at) => at >= startAt) ?? null),
    parts: isMeasurable ? decomposeCourse(play, startAt, endAt, clock) : null,
    isLasting,
    settled: startAt === null || lastsSince === null ? null : settle(play, startAt, lastsSince, clock),
  };
}

/** What has been settled for good, and which part it is that goes on since. */
function settle(play: Play, startAt: number, since: number, clock: Pick<OrganizationClock, 'knots'>): InitiativeCourse['settled'] {
  const parts = decomposeCourse(play, startAt, since, clock);
  // In calendar time every moment counts: the part that holds at `since` is the one that a later millisecond falls into.
  const next = decomposeCourse(play, since, since + 1, { knots: null });
  const part = courseParts.find((name) => next[name] > 0) ?? 'idleMs';
  return { since, part, parts };
}

/** The parts of a lasting course at a later instant, before which nothing has happened that would be a new event. */
export function growCourse(
  { since, part, parts }: NonNullable<InitiativeCourse['settled']>,
  at: number,
  clock: Pick<OrganizationClock, 'knots'>,
): CourseParts {
  return { ...parts, [part]: parts[part] + elapsedAt(clock, at) - elapsedAt(clock, since) };
}

function knownBy(at: number | null | undefined, now: number): number | null {
  const date = plausibleDate(at);
  return date !== null && date <= now ? date : null;
}
