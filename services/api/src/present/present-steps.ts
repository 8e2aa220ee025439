import type { FieldStep } from '../figures/derive-field-steps.ts';

export function presentSteps<T>(
  steps: readonly FieldStep[],
  presentValue: (id: string | null) => T,
): { from: string; to: string | null; value: T }[] {
  return steps.map(({ from, to, valueId }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null, value: presentValue(valueId) }));
}
