import type { CompanyIds, InitiativeCourse } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';

export function* courseRows(
  derived: DerivedKey,
  ids: CompanyIds,
  courses: readonly InitiativeCourse[],
): Generator<Insertable<Tables['initiative_course']>> {
  for (const [k, course] of courses.entries()) yield { ...derived, initiative_id: ids.initiatives[k] as string, ...courseColumns(course) };
}

/** What the row of a course says beside whose it is. */
export function courseColumns({ startAt, startSource, endAt, isCompleted, firstValueAt, isLasting, settled, parts }: InitiativeCourse) {
  const stored = settled?.parts ?? parts;
  return {
    start_at: instantOf(startAt),
    start_source: startSource,
    end_at: isLasting ? null : instantOf(endAt),
    is_completed: isCompleted,
    first_value_at: instantOf(firstValueAt),
    working_ms: stored?.workingMs ?? null,
    waiting_on_others_ms: stored?.waitingOnOthersMs ?? null,
    waiting_inside_ms: stored?.waitingInsideMs ?? null,
    idle_ms: stored?.idleMs ?? null,
    not_started_ms: stored?.notStartedMs ?? null,
    is_lasting: isLasting,
    settled_at: settled === null ? null : new Date(settled.since),
    growing_part: settled?.part ?? null,
  };
}

function instantOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
