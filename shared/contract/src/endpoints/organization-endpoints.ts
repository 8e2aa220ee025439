import { endpoint } from '../endpoint.ts';
import { organization, organizationChange } from '../organization.ts';

export const getOrganization = endpoint({
  method: 'get',
  path: '/api/v1/organization',
  name: 'getOrganization',
  access: 'read',
  status: 200,
  answer: organization,
  summary: 'The settings of the organization: its time zone, its working hours and whether durations are measured in them.',
});

export const changeOrganization = endpoint({
  method: 'patch',
  path: '/api/v1/organization',
  name: 'changeOrganization',
  access: 'admin',
  status: 200,
  body: organizationChange,
  answer: organization,
  summary: 'Changes what is named; where that moves figures, they are found anew.',
});
