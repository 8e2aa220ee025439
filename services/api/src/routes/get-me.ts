import { endpoints } from '@speedtax/contract';
import { route } from '../http/route.ts';

export const getMe = route(endpoints.getMe, async ({ principal }, { database }) => {
  const { organizationId, signedInBy, userId, name, role, scopes } = principal;
  const organization = await database.inOrganization(
    organizationId,
    (trx) =>
      trx.selectFrom('organization').select(['name', 'time_zone', 'is_demo']).where('id', '=', organizationId).executeTakeFirstOrThrow(),
    { readOnly: true },
  );
  return {
    organization: { organizationId, name: organization.name, timeZone: organization.time_zone, isDemo: organization.is_demo },
    signedInBy,
    userId,
    name,
    role,
    scopes: [...scopes],
  };
});
