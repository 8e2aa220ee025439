import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteAttestation = route(
  endpoints.deleteAttestation,
  async ({ params: { id }, principal: { organizationId } }, { database }) => {
    const { numDeletedRows } = await database.inOrganization(organizationId, (trx) =>
      trx.deleteFrom('authority_attestation').where('organization_id', '=', organizationId).where('id', '=', id).executeTakeFirst(),
    );
    if (numDeletedRows === 0n) throw notFound('attestation');
    return undefined;
  },
);
