import { endpoints } from '@speedtax/contract';
import { deleteOtherSessions as endOtherSessions } from '../accounts/sessions.ts';
import { route } from '../http/route.ts';

export const deleteOtherSessions = route(endpoints.deleteOtherSessions, async ({ account }, context) => {
  await endOtherSessions(context, account);
  return undefined;
});
