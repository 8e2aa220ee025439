import { type DatabaseTransaction, listPeople } from '@speedtax/storage/analytics';
import { type Person, presentPerson } from '../present/present-person.ts';

/** The person with this id, or what `refuse` makes of there being none. */
export async function checkPerson(trx: DatabaseTransaction, organizationId: string, id: string, refuse: () => Error): Promise<Person> {
  const person = (await listPeople(trx, organizationId, [id])).get(id);
  if (!person) throw refuse();
  return presentPerson(person);
}
