import { endpoints } from '@speedtax/contract';
import { checkPerson } from '../accountability/check-person.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const putDuty = route(endpoints.putDuty, ({ params: { id }, body: { name, note }, principal }, { database, now }) => {
  const { organizationId, name: registeredBy } = principal;
  const registeredAt = new Date(now());
  return database.inOrganization(organizationId, async (trx) => {
    const person = await checkPerson(trx, organizationId, id, () => notFound('person'));
    const duty = { name, note, registered_by: registeredBy, registered_at: registeredAt };
    await trx
      .insertInto('duty')
      .values({ organization_id: organizationId, person_id: person.personId, ...duty })
      .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet(duty))
      .execute();
    return { person, name, note, registeredBy, registeredAt: registeredAt.toISOString() };
  });
});
