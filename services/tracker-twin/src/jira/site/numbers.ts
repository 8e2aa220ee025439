/** The first number of each kind of thing, as a fresh site hands them out. */
const FIRST = { issue: 10_000, project: 10_000, status: 10_000, user: 10_100, link: 10_000, sprint: 1, component: 10_000 } as const;

export type NumberKind = keyof typeof FIRST;

/** Hands out the numeric ids that Jira knows everything by, in the order in which it is first asked. */
export class Numbers {
  readonly #given: Record<NumberKind, Map<unknown, number>> = {
    issue: new Map(),
    project: new Map(),
    status: new Map(),
    user: new Map(),
    link: new Map(),
    sprint: new Map(),
    component: new Map(),
  };

  of(kind: NumberKind, thing: unknown): number {
    const given = this.#given[kind];
    const known = given.get(thing);
    if (known !== undefined) return known;
    const number = FIRST[kind] + given.size;
    given.set(thing, number);
    return number;
  }
}
