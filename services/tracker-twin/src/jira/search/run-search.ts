import { findPlace } from '../../company/collection.ts';
import { JiraRefusal } from '../server/jira-errors.ts';
import { isVisible, keyOf } from '../site/find-subject.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Row } from '../site/row.ts';
import { type Condition, compileClause } from './compile-clause.ts';
import { type Order, parseJql, type Query } from './parse-jql.ts';

/** Results that are kept, for the pages after the first. */
const MAX_KEPT = 16;

/** What a query finds, in its order. */
export interface Result {
  readonly rows: readonly Row[];
  /** By which instant it is ordered first, if by one. */
  readonly order: 'createdAt' | 'updatedAt' | null;
  readonly isDescending: boolean;
}

export interface Manners {
  /** A query without any restriction is refused. */
  readonly isBounded: boolean;
  /** A query that names an issue nobody knows is refused. */
  readonly isStrict: boolean;
}

/** Answers queries with rows in order; a result is kept until something changes. */
export class Searches {
  readonly #site: JiraSite;
  readonly #kept = new Map<string, Result>();
  #version = -1;

  constructor(site: JiraSite) {
    this.#site = site;
  }

  find(jql: string, { isBounded, isStrict }: Manners): Result {
    this.#forget();
    const key = `${isStrict} ${jql}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const query = parseJql(jql);
    if (isBounded && !query.where) {
      throw new JiraRefusal(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
    }
    const result = runQuery(this.#site, query, isStrict);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    // What names a moment before now finds something else at every moment.
    if (!/-\d+[wdhm]/.test(jql)) this.#kept.set(key, result);
    return result;
  }

  /** A change in the index, or in what may be seen. */
  #forget(): void {
    const { version } = this.#site.index;
    if (this.#version !== version) this.#kept.clear();
    this.#version = version;
  }
}

function runQuery(site: JiraSite, { where, orderBy }: Query, isStrict: boolean): Result {
  const condition = where && compileClause(site, where, isStrict);
  const [first = { field: 'created', isDescending: true }] = orderBy;
  const candidates = listCandidates(site, condition, first.field === 'updated' ? 'updatedAt' : 'createdAt');
  const found = candidates.rows.filter((row) => isVisible(site, row.subject) && (!condition || condition.test(row)));
  const orders = orderBy.length > 0 ? orderBy : [first];
  const isInOrder = candidates.order === orderKeyOf(first) && !first.isDescending && orders.slice(1).every(isTieBreaker);
  const rows = isInOrder ? found : found.sort(compareBy(site, orders));
  return { rows, order: orderKeyOf(first), isDescending: first.isDescending };
}

/** Where a page begins that follows a row: behind it, or where it would be, if it is no longer there. */
export function findPlaceBehind({ rows, order, isDescending }: Result, behind: Behind): number {
  if (rows[behind.place - 1]?.number === behind.number) return behind.place;
  if (order === null) return Math.min(behind.place, rows.length);
  const sign = isDescending ? -1 : 1;
  const place = rows.findIndex((row) => {
    const difference = sign * (row[order] - behind[order]);
    return difference > 0 || (difference === 0 && row.number > behind.number);
  });
  return place < 0 ? rows.length : place;
}

/** A row as it was when a page ended with it, and how many rows there were up to it. */
export type Behind = Pick<Row, 'number' | 'createdAt' | 'updatedAt'> & { readonly place: number };

interface Candidates {
  readonly rows: readonly Row[];
  readonly order: 'createdAt' | 'updatedAt' | null;
}

/** The fewest rows that may hold all that is looked for: by id, by date of change, by date of creation. */
function listCandidates({ index }: JiraSite, condition: Condition | null, preferred: 'createdAt' | 'updatedAt'): Candidates {
  const { rows } = index;
  if (condition?.only) return { rows: condition.only, order: null };
  const place = (order: 'createdAt' | 'updatedAt', from = Number.NEGATIVE_INFINITY) =>
    from === Number.NEGATIVE_INFINITY ? 0 : findPlace(rows.sortedBy(order), order, from, '');
  const places = { updatedAt: place('updatedAt', condition?.updatedFrom), createdAt: place('createdAt', condition?.createdFrom) };
  const order = places.updatedAt === places.createdAt ? preferred : places.updatedAt > places.createdAt ? 'updatedAt' : 'createdAt';
  // Sorting a few is cheaper than testing all; sorting most of them is not.
  const chosen = rows.size - places[order] > rows.size / 4 ? preferred : order;
  return { rows: rows.sortedBy(chosen).slice(places[chosen]), order: chosen };
}

function orderKeyOf({ field }: Order): 'createdAt' | 'updatedAt' | null {
  if (field === 'created' || field === 'createddate') return 'createdAt';
  return field === 'updated' || field === 'updateddate' ? 'updatedAt' : null;
}

const TIE_BREAKERS = ['id', 'key', 'issuekey', 'issue'];

/** Two issues of one instant are in the order of their ids, which is that of their keys in one project. */
function isTieBreaker({ field, isDescending }: Order): boolean {
  return TIE_BREAKERS.includes(field) && !isDescending;
}

function compareBy(site: JiraSite, orders: readonly Order[]): (a: Row, b: Row) => number {
  const comparisons = orders.map((order) => {
    const key = orderKeyOf(order);
    if (key === null && !TIE_BREAKERS.includes(order.field)) {
      throw new JiraRefusal(400, `Not able to sort using field '${order.field}'.`);
    }
    const compare = key ? (a: Row, b: Row) => a[key] - b[key] : order.field === 'id' ? compareIds : compareKeysOf(site);
    return order.isDescending ? (a: Row, b: Row) => compare(b, a) : compare;
  });
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a.number - b.number;
  };
}

function compareIds(a: Row, b: Row): number {
  return a.number - b.number;
}

function compareKeysOf(site: JiraSite): (a: Row, b: Row) => number {
  return (a, b) => {
    const [left, right] = [a, b].map(({ subject }) => keyOf(site, subject).split('-')) as [string[], string[]];
    const [leftProject, rightProject] = [left[0] ?? '', right[0] ?? ''];
    if (leftProject !== rightProject) return leftProject < rightProject ? -1 : 1;
    return Number(left[1]) - Number(right[1]);
  };
}
