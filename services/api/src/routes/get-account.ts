import { endpoints } from '@speedtax/contract';
import { listMemberships } from '@speedtax/storage/accounts';
import { route } from '../http/route.ts';

export const getAccount = route(endpoints.getAccount, async ({ account: { userId, name, email } }, { database }) => ({
  userId,
  name,
  email,
  organizations: await database.asSystem((trx) => listMemberships(trx, userId)),
}));
