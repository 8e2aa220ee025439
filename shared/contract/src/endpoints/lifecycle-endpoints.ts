import { connection, newConnection } from '../connection.ts';
import { connectionScope, scopeWish } from '../connection-scope.ts';
import { endpoint } from '../endpoint.ts';
import { idParams } from '../query.ts';

const onConnection = { access: 'admin', status: 200, params: idParams } as const;

export const pauseConnection = endpoint({
  ...onConnection,
  method: 'post',
  path: '/api/v1/connections/{id}/pause',
  name: 'pauseConnection',
  answer: connection,
  refusals: [404],
  summary: 'Asks nothing more of the tracker until it is resumed. Its figures stay.',
});

export const resumeConnection = endpoint({
  ...onConnection,
  method: 'post',
  path: '/api/v1/connections/{id}/resume',
  name: 'resumeConnection',
  answer: connection,
  refusals: [404, 409],
  summary: 'Goes on reading: what has changed meanwhile or, where nothing was read yet, everything.',
});

export const disconnectConnection = endpoint({
  ...onConnection,
  method: 'post',
  path: '/api/v1/connections/{id}/disconnect',
  name: 'disconnectConnection',
  answer: connection,
  refusals: [404],
  summary: 'Forgets the credentials and keeps what was read. To delete that too, delete the connection.',
});

export const putCredentials = endpoint({
  ...onConnection,
  method: 'put',
  path: '/api/v1/connections/{id}/credentials',
  name: 'putCredentials',
  body: newConnection,
  answer: connection,
  refusals: [404, 422],
  summary: 'Other credentials to the same workspace or site, tried first; the name is not changed.',
});

export const getScope = endpoint({
  ...onConnection,
  method: 'get',
  path: '/api/v1/connections/{id}/scope',
  name: 'getScope',
  answer: connectionScope,
  refusals: [404, 422],
  summary:
    'The teams of a Linear or the projects of a Jira that the credentials see, asked of the tracker now, and which of them are read.',
});

export const putScope = endpoint({
  ...onConnection,
  method: 'put',
  path: '/api/v1/connections/{id}/scope',
  name: 'putScope',
  body: scopeWish,
  answer: connection,
  refusals: [404, 409],
  summary: 'Which of them are read, chosen before the first reading. The other ends of dependencies are followed wherever they are.',
});
