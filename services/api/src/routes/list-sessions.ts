import { endpoints } from '@speedtax/contract';
import { listSessions as findSessions } from '../accounts/sessions.ts';
import { route } from '../http/route.ts';

export const listSessions = route(endpoints.listSessions, async ({ account }, context) => ({
  items: await findSessions(context, account),
}));
