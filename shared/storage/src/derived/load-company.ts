import type { Company } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { indexById, listIds } from './list-ids.ts';
import { loadDependencies } from './load-dependencies.ts';
import { type Identities, loadIdentities } from './load-identities.ts';
import { loadIssues } from './load-issues.ts';
import { loadPlans } from './load-plans.ts';
import { makeLookups } from './lookups.ts';
import { countMirrors } from './mirrors.ts';

/** A company that knows the people, teams and issues of several trackers, each once. */
export interface LoadedCompany extends Company {
  readonly identities: Identities;
}

/** The facts of an organization as the engine reads them. Read it in one snapshot: `inOrganization(…, { readOnly: true })`. */
export async function loadCompany(trx: Transaction<Tables>, organizationId: string): Promise<LoadedCompany> {
  const teams = await listIds(trx, organizationId, 'team');
  const identities = await loadIdentities(trx, organizationId);
  const plans = await loadPlans(trx, organizationId, indexById(teams), identities);
  const lookups = await makeLookups(trx, organizationId, { teams, projects: plans.projectIds, people: plans.personIds }, identities);
  const mirrors = await countMirrors(trx, organizationId);
  const { issues, ids: issueIds, index } = await loadIssues(trx, organizationId, lookups, mirrors);
  const dependencies = await loadDependencies(trx, organizationId, index, mirrors > 0);
  return {
    ids: { teams, issues: issueIds, projects: plans.projectIds, initiatives: plans.initiativeIds, people: plans.personIds },
    issues,
    dependencies,
    projects: plans.projects,
    initiatives: plans.initiatives,
    people: plans.people,
    identities,
  };
}
