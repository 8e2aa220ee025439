import { type FieldChange, orderChanges, type StepColumns } from '@speedtax/domain';
import type { SortedChanges } from './change-blocks.ts';
import type { IssuesToday } from './load-issues.ts';
import { StepBuilder } from './step-builder.ts';
import type { FieldRule } from './steps-of-today.ts';

/** Replays the changes of a field, issue by issue; what never changed has been as it is today since the issue was created. */
export function replayChanges(changes: SortedChanges, rule: FieldRule, today: IssuesToday): StepColumns {
  const { offset, at, from, to } = changes;
  const steps = new StepBuilder(today.count, at.length);
  for (let issue = 0; issue < today.count; issue += 1) {
    steps.begin(issue);
    const first = offset[issue] as number;
    const end = offset[issue + 1] as number;
    if (first === end) {
      rule.addUnchanged(steps, issue, today);
      continue;
    }
    if (hasTies(at, first, end)) putInOrder(changes, first, end);
    const createdAt = today.createdAt[issue] as number;
    if (rule.fromCreation) steps.add(createdAt, from[first] as number);
    for (let row = first; row < end; row += 1) steps.add(Math.max(at[row] as number, createdAt), to[row] as number);
    catchUp(steps, Math.max(at[end - 1] as number, createdAt), to[end - 1] as number, rule.today(issue, today));
  }
  return steps.finish();
}

/** A change that the history does not tell: the wait it ended must not go on for ever. */
function catchUp(steps: StepBuilder, lastAt: number, lastValue: number, now: { at: number; value: number }): void {
  if (now.value !== lastValue) steps.add(Math.max(now.at, lastAt), now.value);
}

function hasTies(at: Float64Array, first: number, end: number): boolean {
  for (let row = first + 1; row < end; row += 1) if (at[row] === at[row - 1]) return true;
  return false;
}

/** Where neither of two continues the other, their values decide: whatever order they came in, the steps are the same. */
function putInOrder({ at, from, to }: SortedChanges, first: number, end: number): void {
  const own: FieldChange<number>[] = [];
  for (let row = first; row < end; row += 1) own.push({ at: at[row] as number, from: from[row] as number, to: to[row] as number });
  own.sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  for (const [k, change] of orderChanges(own).entries()) {
    from[first + k] = change.from;
    to[first + k] = change.to;
  }
}
