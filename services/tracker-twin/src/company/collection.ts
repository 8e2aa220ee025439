import type { Entity } from './company.ts';

export type OrderKey = 'createdAt' | 'updatedAt';

/**
 * Records of one kind, kept in the orders in which they are asked for.
 * The orders are made at first use and follow every later change.
 */
export class Collection<T extends Entity> implements Iterable<T> {
  #records: Map<string, T> | null = null;
  readonly #watchers = new Set<(record: T) => void>();
  readonly #inserted: T[];
  readonly #orders: Record<OrderKey, T[] | null> = { createdAt: null, updatedAt: null };

  constructor(records: T[] = []) {
    this.#inserted = records;
  }

  get size(): number {
    return this.#inserted.length;
  }

  /** In the order of insertion. */
  get all(): readonly T[] {
    return this.#inserted;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#inserted[Symbol.iterator]();
  }

  get(id: string): T | undefined {
    this.#records ??= new Map(this.#inserted.map((record) => [record.id, record]));
    return this.#records.get(id);
  }

  /** Ascending by the key, then by id. */
  sortedBy(key: OrderKey): readonly T[] {
    return (this.#orders[key] ??= this.#inserted.toSorted((a, b) => compareRecords(key, a, b)));
  }

  /** Called with every record that is added, moved or removed from now on; answers how to stop. */
  watch(watcher: (record: T) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  add(record: T): T {
    this.#inserted.push(record);
    this.#records?.set(record.id, record);
    for (const key of ['createdAt', 'updatedAt'] as const) this.#insert(key, record);
    this.#tell(record);
    return record;
  }

  remove(record: T): void {
    this.#inserted.splice(this.#inserted.lastIndexOf(record), 1);
    this.#records?.delete(record.id);
    for (const key of ['createdAt', 'updatedAt'] as const) this.#take(key, record);
    this.#tell(record);
  }

  /** Moves a record to its place after a change at the given instant. */
  touch(record: T, updatedAt: number): void {
    this.#take('updatedAt', record);
    record.updatedAt = updatedAt;
    this.#insert('updatedAt', record);
    this.#tell(record);
  }

  #tell(record: T): void {
    for (const watcher of this.#watchers) watcher(record);
  }

  #insert(key: OrderKey, record: T): void {
    const order = this.#orders[key];
    order?.splice(findPlace(order, key, record[key], record.id), 0, record);
  }

  #take(key: OrderKey, record: T): void {
    const order = this.#orders[key];
    order?.splice(findPlace(order, key, record[key], record.id), 1);
  }
}

/** Index of the first record that is not before (value, id). */
export function findPlace<T extends Entity>(order: readonly T[], key: OrderKey, value: number, id: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = order[middle] as T;
    const isBefore = record[key] < value || (record[key] === value && record.id < id);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareRecords<T extends Entity>(key: OrderKey, a: T, b: T): number {
  return a[key] - b[key] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
