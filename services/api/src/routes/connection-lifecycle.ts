import { endpoints } from '@speedtax/contract';
import { chooseScope, disconnectConnection, pauseConnection, resumeConnection } from '../connections/lifecycle.ts';
import { readScope } from '../connections/read-scope.ts';
import { replaceCredentials } from '../connections/replace-credentials.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const pause = route(endpoints.pauseConnection, ({ params: { id }, principal }, context) => pauseConnection(context, principal, id));
export const resume = route(endpoints.resumeConnection, ({ params: { id }, principal }, context) =>
  resumeConnection(context, principal, id),
);
export const disconnect = route(endpoints.disconnectConnection, ({ params: { id }, principal }, context) =>
  disconnectConnection(context, principal, id),
);

export const putCredentials = route(endpoints.putCredentials, async ({ params: { id }, body, principal }, context) => {
  const checked = await context.checkCredentials(body);
  if (!checked.ok) throw new HttpProblem(422, checked.code, 'The tracker does not take these', { detail: checked.reason });
  return replaceCredentials(context, principal, id, checked);
});

export const getScope = route(endpoints.getScope, ({ params: { id }, principal }, context) =>
  readScope(context, principal.organizationId, id),
);
export const putScope = route(endpoints.putScope, ({ params: { id }, body, principal }, context) =>
  chooseScope(context, principal, id, body.keys),
);
