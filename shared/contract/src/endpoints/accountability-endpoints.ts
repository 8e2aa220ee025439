import { attestation, attestations, duties, duty, newAttestation, newDuty } from '../accountability.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery } from '../query.ts';

export const listDuties = endpoint({
  method: 'get',
  path: '/api/v1/duties',
  name: 'listDuties',
  access: 'read',
  status: 200,
  query: pageQuery,
  answer: duties,
  summary: 'The registered functional-excellence duties, at most one for a person.',
});

export const putDuty = endpoint({
  method: 'put',
  path: '/api/v1/duties/{id}',
  name: 'putDuty',
  access: 'write',
  status: 200,
  params: idParams,
  body: newDuty,
  answer: duty,
  refusals: [404],
  summary: 'Registers the duty of the person with this id, in place of the one there was.',
});

export const deleteDuty = endpoint({
  method: 'delete',
  path: '/api/v1/duties/{id}',
  name: 'deleteDuty',
  access: 'write',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Ends the duty of the person with this id.',
});

export const listAttestations = endpoint({
  method: 'get',
  path: '/api/v1/initiatives/{id}/attestations',
  name: 'listAttestations',
  access: 'read',
  status: 200,
  params: idParams,
  query: pageQuery,
  answer: attestations,
  refusals: [404],
  summary: 'Who has said that somebody has the authority this initiative needs, latest first, expired ones included.',
});

export const createAttestation = endpoint({
  method: 'post',
  path: '/api/v1/initiatives/{id}/attestations',
  name: 'createAttestation',
  access: 'write',
  status: 201,
  params: idParams,
  body: newAttestation,
  answer: attestation,
  refusals: [404],
  summary: 'Keeps the word of a named person that somebody has the authority this initiative needs, until a day.',
});

export const deleteAttestation = endpoint({
  method: 'delete',
  path: '/api/v1/attestations/{id}',
  name: 'deleteAttestation',
  access: 'write',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Takes an attestation back.',
});
