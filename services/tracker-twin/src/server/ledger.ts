const MAX_ENTRIES = 100_000;

export interface LedgerEntry {
  /** Name of the operation, or '' where it has none; of Jira, the method and the endpoint. */
  readonly name: string;
  /** Known to Linear before it answers, to Jira once it has. */
  points: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Requests under way when this one came, itself included. */
  readonly concurrent: number;
  /** It came before the instant an earlier refusal asked to wait for. */
  readonly isEarlyRetry: boolean;
  /** HTTP status of the answer; 0 where there was none. */
  status: number;
}

/** What was asked, in order, for tests to read. Keeps the newest entries. */
export class Ledger {
  #entries: LedgerEntry[] = [];
  readonly #open = new Set<LedgerEntry>();
  #waitUntil = 0;

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  get points(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.points, 0);
  }

  get earlyRetries(): number {
    return this.#entries.filter(({ isEarlyRetry }) => isEarlyRetry).length;
  }

  get maxConcurrent(): number {
    return this.#entries.reduce((most, { concurrent }) => Math.max(most, concurrent), 0);
  }

  clear(): void {
    this.#entries = [];
  }

  open(name: string, points: number, at: number): LedgerEntry {
    const isEarlyRetry = at < this.#waitUntil;
    const entry = { name, points, at, concurrent: this.#open.size + 1, isEarlyRetry, status: 0 };
    if (this.#entries.length >= MAX_ENTRIES) this.#entries.splice(0, MAX_ENTRIES / 10);
    this.#entries.push(entry);
    this.#open.add(entry);
    return entry;
  }

  /** Once answered, or given up: whichever is first counts. */
  close(entry: LedgerEntry, status: number): void {
    if (!this.#open.delete(entry)) return;
    entry.status = status;
  }

  askToWaitUntil(instant: number): void {
    this.#waitUntil = Math.max(this.#waitUntil, instant);
  }
}
