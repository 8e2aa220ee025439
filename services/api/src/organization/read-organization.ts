import { isDeepStrictEqual } from 'node:util';
import type { Organization } from '@speedtax/contract';
import { type DatabaseTransaction, findAnalysis } from '@speedtax/storage/analytics';
import { calendarOf, getOrganizationSettings } from '@speedtax/storage/organization';
import { presentOrganization } from '../present/present-organization.ts';

/** The settings, and whether the figures are measured by them already. */
export async function readOrganization(trx: DatabaseTransaction, organizationId: string): Promise<Organization> {
  const settings = await getOrganizationSettings(trx, organizationId);
  const analysis = await findAnalysis(trx, organizationId);
  const isCurrent = !analysis || isDeepStrictEqual(calendarOf(settings), analysis.calendar);
  return presentOrganization(organizationId, settings, isCurrent);
}
