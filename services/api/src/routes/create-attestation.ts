import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { checkPerson } from '../accountability/check-person.ts';
import { findToday } from '../accountability/find-today.ts';
import { checkInitiative } from '../figures/check-initiative.ts';
import { badRequest } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const createAttestation = route(endpoints.createAttestation, ({ params: { id }, body, principal: { organizationId } }, context) => {
  const { personId, attestedBy, expiresOn, note } = body;
  const attestationId = randomUUID();
  const attestedAt = new Date(context.now());
  return context.database.inOrganization(organizationId, async (trx) => {
    await checkInitiative({ trx, organizationId }, id);
    const person = await checkPerson(trx, organizationId, personId, () =>
      badRequest([{ path: 'personId', message: `There is no person ${personId}` }]),
    );
    const todayOn = await findToday(trx, organizationId, context.now());
    if (expiresOn <= todayOn) throw badRequest([{ path: 'expiresOn', message: `After today, which is ${todayOn}` }]);
    await trx
      .insertInto('authority_attestation')
      .values({
        organization_id: organizationId,
        id: attestationId,
        initiative_id: id,
        person_id: personId,
        attested_by: attestedBy,
        note,
        attested_at: attestedAt,
        expires_on: expiresOn,
      })
      .execute();
    return { attestationId, person, attestedBy, note, attestedAt: attestedAt.toISOString(), expiresOn, expired: false };
  });
});
