import { z } from 'zod';
import { id } from '../common.ts';
import { decouplings, defaultDecouplings, maxDecouplings } from '../decoupling.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery, windowQuery } from '../query.ts';
import { defaultProofDays, maxProofDays, maxTreatmentsPerPage, newTreatment, treatment, treatments } from '../treatment.ts';
import { whatIf, whatIfQuestion } from '../what-if.ts';

export const askWhatIf = endpoint({
  method: 'post',
  path: '/api/v1/what-if',
  name: 'askWhatIf',
  access: 'read',
  status: 200,
  body: whatIfQuestion,
  answer: whatIf,
  refusals: [503],
  summary: 'What would have been waited without some dependencies, or with some teams as one. Recomputed exactly; nothing is stored.',
});

export const listDecouplings = endpoint({
  method: 'get',
  path: '/api/v1/decouplings',
  name: 'listDecouplings',
  access: 'read',
  status: 200,
  query: windowQuery.extend({ limit: z.coerce.number().int().min(1).max(maxDecouplings).default(defaultDecouplings) }),
  answer: decouplings,
  refusals: [503],
  summary: 'The dependencies between teams that cost most to keep, each counted on top of those before it, with what kind each is and why.',
});

const proofDays = z.coerce.number().int().min(1).max(maxProofDays).default(defaultProofDays);

export const listTreatments = endpoint({
  method: 'get',
  path: '/api/v1/treatments',
  name: 'listTreatments',
  access: 'read',
  status: 200,
  query: pageQuery.extend({
    limit: z.coerce.number().int().min(1).max(maxTreatmentsPerPage).default(maxTreatmentsPerPage),
    days: proofDays.describe('to look at before and after, at most'),
    waitingTeamId: id.optional(),
    blockingTeamId: id.optional(),
  }),
  answer: treatments,
  summary: 'What was done about dependencies, latest first, each with how the pair waited before and after.',
});

export const createTreatment = endpoint({
  method: 'post',
  path: '/api/v1/treatments',
  name: 'createTreatment',
  access: 'write',
  status: 201,
  body: newTreatment,
  answer: treatment,
  refusals: [422],
  summary: 'Marks the dependency of one team on another as treated on a day, so that it can be seen whether it helped.',
});

export const deleteTreatment = endpoint({
  method: 'delete',
  path: '/api/v1/treatments/{id}',
  name: 'deleteTreatment',
  access: 'write',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Forgets a treatment. No figure changes.',
});
