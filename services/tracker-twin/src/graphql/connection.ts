import { GraphQLError } from 'graphql';
import { type Collection, findPlace, type OrderKey } from '../company/collection.ts';
import type { Entity } from '../company/company.ts';
import { type Bounds, compileFilter, deriveBounds, type Filter } from './filter.ts';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 250;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  includeArchived?: boolean | null;
  includeDisabled?: boolean | null;
  orderBy?: OrderKey | null;
  filter?: Filter | null;
  sort?: Partial<Record<string, { order?: 'Ascending' | 'Descending' | null }>>[] | null;
}

/** A page whose cursors are made only when asked for. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly cursorOf: (node: T) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page of a whole collection: by its kept orders, so that its cost is that of the page. */
export function connectCollection<T extends Entity>(
  collection: Collection<T>,
  args: PageArgs,
  now: number,
  keep: (record: T) => boolean = () => true,
): Connection<T> {
  const matches = compileFilter(args.filter, now);
  const isKept = (record: T) => isListed(record, args) && keep(record) && matches(record);
  const ids = args.filter?.id as { eq?: string; in?: string[] } | undefined;
  const named = ids?.in ?? (ids?.eq ? [ids.eq] : null);
  const { key, isAscending } = decideOrder(args);
  if (named) {
    const found = [...new Set(named)].flatMap((id) => collection.get(id) ?? []);
    return pageOf(sortBy(found, key), key, isAscending, args, isKept, {});
  }
  const bounds = deriveBounds(args.filter, key, now);
  return pageOf(collection.sortedBy(key), key, isAscending, args, isKept, bounds);
}

/** A page of a list that hangs on another record. */
export function connectList<T extends Entity>(list: readonly T[], args: PageArgs, now: number): Connection<T> {
  const matches = compileFilter(args.filter, now);
  const { key, isAscending } = decideOrder(args);
  const isKept = (record: T) => isListed(record, args) && matches(record);
  return pageOf(sortBy(list, key), key, isAscending, args, isKept, {});
}

/** A page of a list that only ever grows at its end; the cursor is the place in it. */
export function connectLog<T extends object>(log: readonly T[], args: PageArgs, order: 'newest first' | 'oldest first'): Connection<T> {
  const size = readPageSize(args);
  const isNewestFirst = order === 'newest first';
  const after = args.after ? Number(decodeCursor(args.after)[1]) : null;
  const start = after === null ? (isNewestFirst ? log.length : -1) : after;
  const nodes = isNewestFirst ? log.slice(Math.max(0, start - size), start).toReversed() : log.slice(start + 1, start + 1 + size);
  const places = isNewestFirst ? start - nodes.length : start + nodes.length;
  return {
    nodes,
    cursorOf: (node) => encodeCursor(0, String(log.indexOf(node))),
    hasNextPage: isNewestFirst ? places > 0 : places < log.length - 1,
    hasPreviousPage: after !== null,
  };
}

function pageOf<T extends Entity>(
  order: readonly T[],
  key: OrderKey,
  isAscending: boolean,
  args: PageArgs,
  isKept: (record: T) => boolean,
  bounds: Bounds,
): Connection<T> {
  const size = readPageSize(args);
  const isBackward = typeof args.last === 'number';
  const cursor = isBackward ? args.before : args.after;
  const isUp = isAscending !== isBackward;
  const nodes: T[] = [];
  let hasMore = false;
  let place = decideStart(order, key, isUp, cursor, bounds);
  for (; place >= 0 && place < order.length; place += isUp ? 1 : -1) {
    const record = order[place] as T;
    if (bounds.from !== undefined && !isUp && record[key] < bounds.from) break;
    if (!isKept(record)) continue;
    if (nodes.length === size) {
      hasMore = true;
      break;
    }
    nodes.push(record);
  }
  return {
    nodes: isBackward ? nodes.toReversed() : nodes,
    cursorOf: (node) => encodeCursor(node[key], node.id),
    hasNextPage: isBackward ? Boolean(cursor) : hasMore,
    hasPreviousPage: isBackward ? hasMore : Boolean(cursor),
  };
}

function decideStart<T extends Entity>(
  order: readonly T[],
  key: OrderKey,
  isUp: boolean,
  cursor: string | null | undefined,
  bounds: Bounds,
): number {
  if (!cursor) {
    if (!isUp) return order.length - 1;
    return bounds.from === undefined ? 0 : findPlace(order, key, bounds.from, '');
  }
  const [value, id] = decodeCursor(cursor);
  const place = findPlace(order, key, value, id);
  if (!isUp) return place - 1;
  const at = order[place];
  return at && at[key] === value && at.id === id ? place + 1 : place;
}

function decideOrder(args: PageArgs): { key: OrderKey; isAscending: boolean } {
  const sort = args.sort?.[0];
  for (const key of ['updatedAt', 'createdAt'] as const) {
    if (sort?.[key]) return { key, isAscending: sort[key].order !== 'Descending' };
  }
  return { key: args.orderBy ?? 'createdAt', isAscending: false };
}

function isListed(record: Entity, args: PageArgs): boolean {
  const { trashed, active } = record as { trashed?: boolean | null; active?: boolean };
  if (active === false && !args.includeDisabled) return false;
  return args.includeArchived === true || (record.archivedAt === null && !trashed);
}

function sortBy<T extends Entity>(list: readonly T[], key: OrderKey): readonly T[] {
  if (list.length < 2) return list;
  return list.toSorted((a, b) => a[key] - b[key] || (a.id < b.id ? -1 : 1));
}

function readPageSize(args: PageArgs): number {
  for (const name of ['first', 'last'] as const) {
    const size = args[name];
    if (size === null || size === undefined) continue;
    if (size < 1 || size > MAX_PAGE_SIZE) throw makePageSizeError(name, size);
    return size;
  }
  return DEFAULT_PAGE_SIZE;
}

function makePageSizeError(name: string, size: number): GraphQLError {
  const rule = size < 1 ? 'not be less than 1' : `not be greater than ${MAX_PAGE_SIZE}`;
  return new GraphQLError('Argument Validation Error', {
    extensions: {
      type: 'invalid input',
      code: 'INPUT_ERROR',
      statusCode: 400,
      userError: true,
      userPresentableMessage: `${name} must ${rule}`,
    },
  });
}

function encodeCursor(value: number, id: string): string {
  return Buffer.from(`${value}/${id}`).toString('base64url');
}

function decodeCursor(cursor: string): [value: number, id: string] {
  const match = /^(-?\d+(?:\.\d+)?)\/(.+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) {
    throw new GraphQLError(`Invalid cursor: ${cursor}`, {
      extensions: { type: 'invalid input', code: 'INPUT_ERROR', statusCode: 400, userError: true },
    });
  }
  return [Number(match[1]), match[2] as string];
}
