import type { InitiativeVerdict } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';
import { isOpen } from '../history/issue-state.ts';
import { type Lifelines, lastState } from '../history/lifelines.ts';
import { deriveOwnership } from '../ownership/derive-ownership.ts';
import type { Links } from '../waiting/links.ts';
import { initiativesOf, type Membership } from './derive-membership.ts';
import { listInitiativeBlockers } from './list-initiative-blockers.ts';

/** Who is accountable for each initiative, and what blocks it now. `inForce`: the cross-team links in force now. */
export function deriveVerdicts(
  company: Company,
  lifelines: Lifelines,
  links: Links,
  inForce: readonly number[],
  membership: Membership,
): InitiativeVerdict[] {
  const initiativesWith = (issue: number): readonly number[] => initiativesOf(membership, company.issues.project[issue]!);
  const inForceOnto: number[][] = company.initiatives.map(() => []);
  for (const link of inForce) for (const initiative of initiativesWith(links.blocked[link]!)) inForceOnto[initiative]!.push(link);

  const openIssues = countOpenIssues(company, lifelines, membership);
  return deriveOwnership(company, membership.initiativesOfProject).map((accountability, initiative) => {
    const isMember = (issue: number): boolean => initiativesWith(issue).includes(initiative);
    const blockers = listInitiativeBlockers(lifelines, links, inForceOnto[initiative]!, isMember);
    const issues = membership.offset[initiative + 1]! - membership.offset[initiative]!;
    return { ...accountability, blockers, issues, openIssues: openIssues[initiative]! };
  });
}

/** By initiative: an issue has one project, so those of its projects add up. */
function countOpenIssues({ issues, initiatives }: Company, lifelines: Lifelines, { initiativesOfProject }: Membership): Int32Array {
  const openOfProject = new Int32Array(initiativesOfProject.length);
  for (let issue = 0; issue < issues.count; issue++)
    if (issues.project[issue]! >= 0 && isOpen(lastState(lifelines, issue))) openOfProject[issues.project[issue]!]!++;
  const open = new Int32Array(initiatives.length);
  initiativesOfProject.forEach((within, project) => {
    for (const initiative of within) open[initiative]! += openOfProject[project]!;
  });
  return open;
}
