import type { Company } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { indexById, listIds } from './list-ids.ts';
import { loadDependencies } from './load-dependencies.ts';
import { loadIssues } from './load-issues.ts';
import { loadPlans } from './load-plans.ts';

/** The facts of an organization as the engine reads them. Read it in one snapshot: `inOrganization(…, { readOnly: true })`. */
export async function loadCompany(trx: Transaction<Tables>, organizationId: string): Promise<Company> {
  const teams = await listIds(trx, organizationId, 'team');
  const plans = await loadPlans(trx, organizationId, indexById(teams));
  const { issues, ids: issueIds } = await loadIssues(trx, organizationId);
  const dependencies = await loadDependencies(trx, organizationId, issueIds);
  return {
    ids: { teams, issues: issueIds, projects: plans.projectIds, initiatives: plans.initiativeIds, people: plans.personIds },
    issues,
    dependencies,
    projects: plans.projects,
    initiatives: plans.initiatives,
    people: plans.people,
  };
}
