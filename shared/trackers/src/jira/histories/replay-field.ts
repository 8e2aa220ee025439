import { deriveSteps, type FieldChange, type Step } from '@speedtax/domain';
import type { ChangedField } from './change-item.ts';
import type { DatedItem } from './order-entries.ts';

/** An issue's life as far as replaying needs it; epoch milliseconds. */
export interface Life {
  readonly createdAt: number;
  /** When it last changed. */
  readonly updatedAt: number;
}

/** Values are texts or null, so that equal ones are equal. */
export type Value = string | null;

/** A field of one value through time, the last of which is today's. */
export function replayField(
  items: readonly DatedItem[],
  field: ChangedField,
  valuesOf: (item: DatedItem['item']) => readonly [from: Value, to: Value],
  today: Value,
  life: Life,
): Step<Value>[] {
  const changes = items.flatMap(({ at, field: changed, item }): FieldChange<Value>[] => {
    if (changed !== field) return [];
    const [from, to] = valuesOf(item);
    return from === to ? [] : [{ at, from, to }];
  });
  return deriveSteps(changes, { value: today, knownAt: life.updatedAt }, life.createdAt);
}

/** What a change took out of a set, and what it put in. */
export interface SetChange {
  readonly out: readonly string[];
  readonly in: readonly string[];
}

/**
 * A field that holds a set through time. Changes tell differences alone, so it is followed back from today to see what it began
 * with, and then forth again.
 */
export function replaySet(
  items: readonly DatedItem[],
  field: ChangedField,
  changeOf: (item: DatedItem['item']) => SetChange,
  today: readonly string[],
  life: Life,
): Step<string>[] {
  const told = items.filter((each) => each.field === field).map(({ at, item }) => ({ at, ...changeOf(item) }));
  let held = new Set(today);
  for (const change of told.toReversed()) held = apply(held, { out: change.in, in: change.out });
  const changes = told.map((change): FieldChange<string> => {
    const from = packSet(held);
    held = apply(held, change);
    return { at: change.at, from, to: packSet(held) };
  });
  return deriveSteps(changes, { value: packSet(today), knownAt: life.updatedAt }, life.createdAt);
}

function apply(held: ReadonlySet<string>, change: SetChange): Set<string> {
  const out = new Set(change.out);
  return new Set([...[...held].filter((each) => !out.has(each)), ...change.in]);
}

const separator = '\u0000';

export function packSet(values: Iterable<string>): string {
  return [...new Set(values)].sort().join(separator);
}

export function unpackSet(packed: string): string[] {
  return packed === '' ? [] : packed.split(separator);
}
