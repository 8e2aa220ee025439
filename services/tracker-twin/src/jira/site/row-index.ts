import { Collection } from '../../company/collection.ts';
import type { Company } from '../../company/company.ts';
import type { Numbers } from './numbers.ts';
import { makeRow, type Row, rowId, type Subject } from './row.ts';

type Thing = Subject['of'];

/** Every issue that is there, in the orders in which searches ask for them. Follows the company. */
export class RowIndex {
  readonly rows = new Collection<Row>();
  /** Counts up with every change, so that whoever keeps a result knows when it is old. */
  version = 0;
  readonly #numbers: Numbers;
  readonly #rowOf = new Map<Thing, Row>();
  readonly #changed = new Map<Thing, Subject['kind']>();
  readonly #stops: (() => void)[];
  readonly #findUpdatedAt: (subject: Subject) => number;

  constructor(company: Company, numbers: Numbers, findUpdatedAt: (subject: Subject) => number) {
    this.#numbers = numbers;
    this.#findUpdatedAt = findUpdatedAt;
    const plans: Subject[] = [
      ...company.initiatives.all.map((of) => ({ kind: 'initiative', of }) as const),
      ...company.projects.all.map((of) => ({ kind: 'epic', of }) as const),
    ];
    const subjects: Subject[] = [...plans, ...company.issues.all.map((of) => ({ kind: 'issue', of }) as const)];
    for (const subject of subjects.sort((a, b) => a.of.createdAt - b.of.createdAt)) {
      const number = numbers.of('issue', subject.of);
      if (isThere(company, subject)) this.#add(number, subject);
    }
    for (const relation of company.relations) numbers.of('link', relation);
    this.#stops = [
      company.issues.watch((issue) => this.#changed.set(issue, 'issue')),
      company.projects.watch((project) => this.#changed.set(project, 'epic')),
      company.initiatives.watch((initiative) => this.#changed.set(initiative, 'initiative')),
      company.relations.watch((relation) => {
        this.#numbers.of('link', relation);
        for (const end of [relation.issue, relation.relatedIssue]) this.#changed.set(end, 'issue');
      }),
    ];
  }

  findByNumber(number: number): Row | undefined {
    return this.rows.get(rowId(number));
  }

  find(thing: Thing): Row | undefined {
    return this.#rowOf.get(thing);
  }

  /** Brings the index up to the company of now; answers what had changed. */
  refresh(company: Company): void {
    if (this.#changed.size === 0) return;
    for (const [of, kind] of this.#changed) {
      const subject = { kind, of } as Subject;
      const row = this.#rowOf.get(of);
      if (!isThere(company, subject)) this.#remove(of, row);
      else if (row) this.rows.touch(row, this.#findUpdatedAt(subject));
      else this.#add(this.#numbers.of('issue', of), subject);
    }
    this.#changed.clear();
    this.version += 1;
  }

  /** Says that something changed that the company does not know of. */
  note({ kind, of }: Subject): void {
    this.#changed.set(of, kind);
  }

  /** Says that something came into sight, or went out of it. */
  noteSight(): void {
    this.version += 1;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #add(number: number, subject: Subject): void {
    const row = makeRow(number, subject, this.#findUpdatedAt(subject));
    this.#rowOf.set(subject.of, this.rows.add(row));
  }

  #remove(of: Thing, row: Row | undefined): void {
    if (!row) return;
    this.rows.remove(row);
    this.#rowOf.delete(of);
  }
}

/** Jira has neither bin nor tombstone: what was put away while open is gone, what was closed before is simply there. */
function isThere(company: Company, { kind, of }: Subject): boolean {
  if (of.trashed) return false;
  if (kind === 'epic') return company.projects.get(of.id) === of;
  if (kind === 'initiative') return company.initiatives.get(of.id) === of;
  const isClosed = of.completedAt !== null || of.canceledAt !== null;
  return (of.archivedAt === null || isClosed) && company.issues.get(of.id) === of;
}
