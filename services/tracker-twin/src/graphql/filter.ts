import { RelativeDuration } from './scalars.ts';

/** A filter argument as parsed by GraphQL: comparators, nested filters, `and`, `or`. */
export type Filter = { readonly [field: string]: unknown };

/** What a filter says about the key the records are ordered by. */
export interface Bounds {
  readonly from?: number;
}

type Test = (value: unknown) => boolean;

const COMPARATORS: Record<string, (wanted: never) => Test> = {
  eq: (wanted: unknown) => (value) => value === wanted,
  neq: (wanted: unknown) => (value) => value !== wanted,
  in: (wanted: unknown[]) =>
    (
      (set) => (value: unknown) =>
        set.has(value)
    )(new Set(wanted)),
  nin: (wanted: unknown[]) =>
    (
      (set) => (value: unknown) =>
        !set.has(value)
    )(new Set(wanted)),
  gt: (wanted: number) => (value) => isPresent(value) && value > wanted,
  gte: (wanted: number) => (value) => isPresent(value) && value >= wanted,
  lt: (wanted: number) => (value) => isPresent(value) && value < wanted,
  lte: (wanted: number) => (value) => isPresent(value) && value <= wanted,
  eqIgnoreCase: (wanted: string) => (value) => toText(value) === wanted.toLowerCase(),
  neqIgnoreCase: (wanted: string) => (value) => toText(value) !== wanted.toLowerCase(),
  contains: (wanted: string) => (value) => String(value ?? '').includes(wanted),
  notContains: (wanted: string) => (value) => !String(value ?? '').includes(wanted),
  containsIgnoreCase: (wanted: string) => (value) => toText(value).includes(wanted.toLowerCase()),
  startsWith: (wanted: string) => (value) => String(value ?? '').startsWith(wanted),
  notStartsWith: (wanted: string) => (value) => !String(value ?? '').startsWith(wanted),
  endsWith: (wanted: string) => (value) => String(value ?? '').endsWith(wanted),
  notEndsWith: (wanted: string) => (value) => !String(value ?? '').endsWith(wanted),
};

/** One pass over the filter makes one predicate over records. Durations count from `now`. */
export function compileFilter(filter: Filter | null | undefined, now: number): (record: object) => boolean {
  if (!filter) return () => true;
  const tests = Object.entries(filter)
    .filter(([, wanted]) => wanted !== null && wanted !== undefined)
    .map(([field, wanted]) => compileField(field, wanted as Filter, now));
  return (record) => tests.every((test) => test(record));
}

export function deriveBounds(filter: Filter | null | undefined, key: string, now: number): Bounds {
  const comparator = filter?.[key] as { gte?: unknown; gt?: unknown } | null | undefined;
  const from = comparator?.gte ?? comparator?.gt;
  return from === null || from === undefined ? {} : { from: resolveValue(from, now) as number };
}

function compileField(field: string, wanted: Filter, now: number): (record: object) => boolean {
  if (field === 'and' || field === 'or') {
    const parts = (wanted as unknown as Filter[]).map((part) => compileFilter(part, now));
    return field === 'and' ? (record) => parts.every((part) => part(record)) : (record) => parts.some((part) => part(record));
  }
  const read = DERIVED_FIELDS[field] ?? ((record: object) => Reflect.get(record, field) as unknown);
  const test = compileValue(wanted, now);
  return (record) => test(read(record, now));
}

function compileValue(wanted: Filter, now: number): Test {
  const tests: Test[] = [];
  const nested: [string, unknown][] = [];
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || (value === null && name === 'null')) continue;
    if (name === 'null') tests.push((found) => isPresent(found) !== value);
    else if (COMPARATORS[name]) tests.push(COMPARATORS[name](resolveValue(value, now) as never));
    else nested.push([name, value]);
  }
  if (nested.length > 0) tests.push(compileNested(Object.fromEntries(nested), now));
  return (value) => tests.every((test) => test(value));
}

function compileNested(filter: Filter, now: number): Test {
  const { some, every, length, ...rest } = filter as Record<string, Filter | undefined>;
  const matchesSome = some && compileFilter(some, now);
  const matchesEvery = every && compileFilter(every, now);
  const matchesLength = length && compileValue(length, now);
  const matchesRest = compileFilter(rest as Filter, now);
  const hasRest = Object.keys(rest).length > 0;
  return (value) => {
    if (!Array.isArray(value)) return isPresent(value) && matchesRest(value as object);
    if (matchesSome && !value.some(matchesSome)) return false;
    if (matchesEvery && !value.every(matchesEvery)) return false;
    if (matchesLength && !matchesLength(value.length)) return false;
    return !hasRest || value.some(matchesRest);
  };
}

interface Link {
  type: string;
  issue: { state: { type: string } };
}

/** Filters on what no record stores. A block counts until its blocker is closed. */
const DERIVED_FIELDS: Record<string, (record: object, now: number) => unknown> = {
  hasBlockedByRelations: (record) => (record as { inverseRelations: Link[] }).inverseRelations.some(isOpenBlock),
  hasBlockingRelations: (record) => (record as { relations: Link[] }).relations.some(isOpenBlock),
  isActive: (record, now) => {
    const { startsAt, endsAt } = record as Span;
    return startsAt <= now && now < endsAt;
  },
  isPast: (record, now) => (record as Span).endsAt <= now,
  isFuture: (record, now) => (record as Span).startsAt > now,
};

interface Span {
  startsAt: number;
  endsAt: number;
}

function isOpenBlock(link: Link): boolean {
  return link.type === 'blocks' && !['completed', 'canceled', 'duplicate'].includes(link.issue.state.type);
}

function resolveValue(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, now));
  return value instanceof RelativeDuration ? value.from(now) : value;
}

function isPresent(value: unknown): value is NonNullable<unknown> & number {
  return value !== null && value !== undefined;
}

function toText(value: unknown): string {
  return String(value ?? '').toLowerCase();
}
