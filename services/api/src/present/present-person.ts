import type { Initiative } from '@speedtax/contract';
import type { PersonSummary } from '@speedtax/storage/analytics';

export type Person = Initiative['accountable'][number];

export function presentPerson({ id, externalId, name, active }: PersonSummary): Person {
  return { personId: id, externalId, name, active };
}

/** Null for nobody, and for somebody who is not known. */
export function presentMaybePerson(id: string | null, people: ReadonlyMap<string, PersonSummary>): Person | null {
  const person = id === null ? undefined : people.get(id);
  return person ? presentPerson(person) : null;
}
