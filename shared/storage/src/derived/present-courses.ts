import type { CompanyIds, InitiativeCourse } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';

export function* courseRows(
  derived: DerivedKey,
  ids: CompanyIds,
  courses: readonly InitiativeCourse[],
): Generator<Insertable<Tables['initiative_course']>> {
  for (const [k, { startAt, startSource, endAt, isCompleted, firstValueAt, parts }] of courses.entries()) {
    yield {
      ...derived,
      initiative_id: ids.initiatives[k] as string,
      start_at: instantOf(startAt),
      start_source: startSource,
      end_at: instantOf(endAt),
      is_completed: isCompleted,
      first_value_at: instantOf(firstValueAt),
      working_ms: parts?.workingMs ?? null,
      waiting_on_others_ms: parts?.waitingOnOthersMs ?? null,
      waiting_inside_ms: parts?.waitingInsideMs ?? null,
      idle_ms: parts?.idleMs ?? null,
      not_started_ms: parts?.notStartedMs ?? null,
    };
  }
}

function instantOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
