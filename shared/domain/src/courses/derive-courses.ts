import type { CompletionColumns, InitiativeCourse } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import type { Company, InitiativeFacts } from '../facts/company.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { Membership } from '../initiatives/derive-membership.ts';
import { findFirstRows } from '../sums/sum-initiatives.ts';
import type { Links } from '../waiting/links.ts';
import type { BlockedColumns } from '../waiting/wait-rows.ts';
import { decomposeCourse } from './decompose-course.ts';
import { gatherPlay } from './gather-play.ts';

export interface CourseFindings {
  readonly lifelines: Lifelines;
  readonly links: Links;
  readonly blocked: BlockedColumns;
  readonly membership: Membership;
  readonly completions: CompletionColumns;
}

/** When each initiative began and ended, when it first delivered, and what its time was spent on. */
export function deriveCourses(
  { initiatives, issues }: Company,
  findings: CourseFindings,
  clock: OrganizationClock,
  now: number,
): InitiativeCourse[] {
  const { membership, completions, blocked } = findings;
  const firstWait = findFirstRows(blocked, issues.count);
  const firstCompletion = findFirstRows(completions, issues.count);
  return initiatives.map((initiative, index) => {
    const members = membership.issue.subarray(membership.offset[index]!, membership.offset[index + 1]!);
    const play = gatherPlay({ ...findings, firstWait }, members);
    const firstInPlayAt = play.firstAt <= now ? play.firstAt : null;
    const startedAt = knownBy(initiative.dates?.startedAt, now);
    const startAt = startedAt ?? firstInPlayAt;
    const isCompleted = initiative.status === 'completed';
    const endAt = endOf(initiative, now);
    const isMeasurable = startAt !== null && endAt !== null && endAt >= startAt;
    return {
      startAt,
      startSource: startedAt !== null ? 'tracker' : startAt === null ? null : 'first_in_play',
      endAt,
      isCompleted,
      firstValueAt: startAt === null ? null : findFirstValue(completions, firstCompletion, members, startAt),
      parts: isMeasurable ? decomposeCourse(play, startAt, endAt, clock) : null,
    };
  });
}

/** A canceled initiative ends at an instant that trackers do not tell. */
function endOf({ status, dates }: InitiativeFacts, now: number): number | null {
  if (status === 'completed') return knownBy(dates?.completedAt, now);
  return status === 'canceled' ? null : now;
}

function knownBy(at: number | null | undefined, now: number): number | null {
  return at === null || at === undefined || at > now ? null : at;
}

function findFirstValue({ at }: CompletionColumns, first: Int32Array, members: Int32Array, startAt: number): number | null {
  let earliest = Infinity;
  for (const issue of members)
    for (let row = first[issue]!; row < first[issue + 1]!; row++) if (at[row]! >= startAt && at[row]! < earliest) earliest = at[row]!;
  return earliest === Infinity ? null : earliest;
}
