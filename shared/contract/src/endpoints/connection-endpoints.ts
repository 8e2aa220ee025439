import { page } from '../common.ts';
import { connection, newConnection, sync, syncEvent, syncStarted } from '../connection.ts';
import { connectionMapping, mappingChange, mappingChoices, mappingPreview } from '../connection-mapping.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery } from '../query.ts';

export const createConnection = endpoint({
  method: 'post',
  path: '/api/v1/connections',
  name: 'createConnection',
  access: 'admin',
  status: 201,
  body: newConnection,
  answer: connection,
  refusals: [409, 422],
  summary:
    'Connects a tracker. Its credentials are tried first: when the tracker refuses them nothing is stored. Then the first sync begins. A workspace or site is connected once.',
});

export const listConnections = endpoint({
  method: 'get',
  path: '/api/v1/connections',
  name: 'listConnections',
  access: 'read',
  status: 200,
  query: pageQuery,
  answer: page(connection),
  summary: 'The connected trackers.',
});

export const getConnection = endpoint({
  method: 'get',
  path: '/api/v1/connections/{id}',
  name: 'getConnection',
  access: 'read',
  status: 200,
  params: idParams,
  answer: connection,
  refusals: [404],
  summary: 'One connected tracker: its status, its last sync and how much of its data is known.',
});

export const deleteConnection = endpoint({
  method: 'delete',
  path: '/api/v1/connections/{id}',
  name: 'deleteConnection',
  access: 'admin',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Deletes a connection with its credentials and everything that was read through it. Figures are computed again without it.',
});

export const getConnectionMapping = endpoint({
  method: 'get',
  path: '/api/v1/connections/{id}/mapping',
  name: 'getConnectionMapping',
  access: 'read',
  status: 200,
  params: idParams,
  answer: connectionMapping,
  refusals: [404],
  summary: "What this connection's teams, statuses, links and initiatives are told by: what was chosen, and what comes of it.",
});

export const previewConnectionMapping = endpoint({
  method: 'post',
  path: '/api/v1/connections/{id}/mapping/preview',
  name: 'previewConnectionMapping',
  access: 'admin',
  status: 200,
  params: idParams,
  body: mappingChoices,
  answer: mappingPreview,
  refusals: [404, 422],
  summary: 'What a mapping would make of what has been read already. Stores nothing and asks the tracker nothing.',
});

export const putConnectionMapping = endpoint({
  method: 'put',
  path: '/api/v1/connections/{id}/mapping',
  name: 'putConnectionMapping',
  access: 'admin',
  status: 202,
  params: idParams,
  body: mappingChoices,
  answer: mappingChange,
  refusals: [404, 422],
  summary:
    'Replaces the choices; what is left out is decided as if nobody had chosen. Everything that was read is mapped again, without asking the tracker, and the figures follow.',
});

export const startSync = endpoint({
  method: 'post',
  path: '/api/v1/connections/{id}/sync',
  name: 'startSync',
  access: 'write',
  status: 202,
  params: idParams,
  answer: syncStarted,
  refusals: [404],
  summary: 'Looks for changes now. Where a sync is under way already, that one is answered.',
});

export const getSync = endpoint({
  method: 'get',
  path: '/api/v1/syncs/{id}',
  name: 'getSync',
  access: 'read',
  status: 200,
  params: idParams,
  answer: sync,
  refusals: [404],
  summary: 'How far a sync is, and what it could not read.',
});

export const streamConnectionEvents = endpoint({
  method: 'get',
  path: '/api/v1/connections/{id}/events',
  name: 'streamConnectionEvents',
  access: 'read',
  status: 200,
  params: idParams,
  answer: syncEvent,
  mediaType: 'text/event-stream',
  refusals: [404, 503],
  summary: 'Server-sent progress of the latest sync: `event: sync` with this as data, whenever it changes.',
});
