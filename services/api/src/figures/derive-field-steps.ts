import { orderChanges } from '@speedtax/domain';
import type { IssueChangeRow } from '@speedtax/storage/analytics';

export interface FieldStep {
  readonly from: Date;
  /** Null: to this day. */
  readonly to: Date | null;
  readonly valueId: string | null;
}

/** What a field of an issue held over time: before its first change what that change left, else what it holds today. */
export function deriveFieldSteps(changes: readonly IssueChangeRow[], createdAt: Date, todayId: string | null): FieldStep[] {
  const ordered = orderChanges(changes.map(({ at, fromId, toId }) => ({ at: at.getTime(), from: fromId, to: toId })));
  const values = [
    { from: createdAt, valueId: ordered[0] ? ordered[0].from : todayId },
    ...ordered.map(({ at, to }) => ({ from: new Date(at), valueId: to })),
  ];
  // What held for no time was never seen by anybody.
  const lasting = values.filter((value, k) => value.from.getTime() !== values[k + 1]?.from.getTime());
  const steps = lasting.filter((value, k) => k === 0 || value.valueId !== lasting[k - 1]?.valueId);
  return steps.map((step, k) => ({ ...step, to: steps[k + 1]?.from ?? null }));
}
