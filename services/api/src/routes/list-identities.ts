import { endpoints } from '@speedtax/contract';
import { route } from '../http/route.ts';
import { findIdentities } from '../identities/find-identities.ts';

export const listIdentities = route(endpoints.listIdentities, ({ principal: { organizationId } }, { database }) =>
  database.inOrganization(organizationId, (trx) => findIdentities(trx, organizationId), { readOnly: true }),
);
