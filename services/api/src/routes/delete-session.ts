import { endpoints } from '@speedtax/contract';
import { deleteSession as endSession } from '../accounts/sessions.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteSession = route(endpoints.deleteSession, async ({ account, params: { id } }, context) => {
  if (!(await endSession(context, account, id))) throw notFound('session');
  return undefined;
});
