import type { DerivedTables } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface InitiativeCourseRow {
  readonly startAt: Date | null;
  readonly startSource: DerivedTables['initiative_course']['start_source'];
  readonly endAt: Date | null;
  readonly isCompleted: boolean;
  readonly firstValueAt: Date | null;
  readonly workingMs: number | null;
  readonly waitingOnOthersMs: number | null;
  readonly waitingInsideMs: number | null;
  readonly idleMs: number | null;
  readonly notStartedMs: number | null;
  /** It goes on: it ends at the data cut-off. */
  readonly isLasting: boolean;
  /** The parts are told up to here, and one of them grows on. */
  readonly settledAt: Date | null;
  readonly growingPart: DerivedTables['initiative_course']['growing_part'];
}

export async function findInitiativeCourse(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
): Promise<InitiativeCourseRow | undefined> {
  return trx
    .selectFrom('initiative_course')
    .select([
      'start_at as startAt',
      'start_source as startSource',
      'end_at as endAt',
      'is_completed as isCompleted',
      'first_value_at as firstValueAt',
      'working_ms as workingMs',
      'waiting_on_others_ms as waitingOnOthersMs',
      'waiting_inside_ms as waitingInsideMs',
      'idle_ms as idleMs',
      'not_started_ms as notStartedMs',
      'is_lasting as isLasting',
      'settled_at as settledAt',
      'growing_part as growingPart',
    ])
    .where('organization_id', '=', organizationId)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst();
}
