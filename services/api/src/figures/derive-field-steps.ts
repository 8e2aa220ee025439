import type { IssueChangeRow } from '@speedtax/storage/analytics';

export interface FieldStep {
  readonly from: Date;
  /** Null: to this day. */
  readonly to: Date | null;
  readonly valueId: string | null;
}

/** What a field of an issue held over time: before its first change what that change left, else what it holds today. */
export function deriveFieldSteps(changes: readonly IssueChangeRow[], createdAt: Date, todayId: string | null): FieldStep[] {
  const values = [
    { from: createdAt, valueId: changes[0] ? changes[0].fromId : todayId },
    ...changes.map((change) => ({ from: change.at, valueId: change.toId })),
  ];
  const steps = values.filter((value, k) => k === 0 || value.valueId !== values[k - 1]?.valueId);
  return steps.map((step, k) => ({ ...step, to: steps[k + 1]?.from ?? null }));
}
