import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { deleteTreatment as deleteRow } from '../treatments/delete-treatment.ts';

export const deleteTreatment = route(endpoints.deleteTreatment, async ({ params: { id }, principal }, { database }) => {
  const { organizationId } = principal;
  const wasThere = await database.inOrganization(organizationId, (trx) => deleteRow(trx, organizationId, id));
  if (!wasThere) throw notFound('treatment');
  return undefined;
});
