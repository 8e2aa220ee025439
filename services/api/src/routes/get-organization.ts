import { endpoints } from '@speedtax/contract';
import { route } from '../http/route.ts';
import { readOrganization } from '../organization/read-organization.ts';

export const getOrganization = route(endpoints.getOrganization, ({ principal: { organizationId } }, { database }) =>
  database.inOrganization(organizationId, (trx) => readOrganization(trx, organizationId), { readOnly: true }),
);
