import type { InitiativeVerdict } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';
import { isOpen } from '../history/issue-state.ts';
import { type Lifelines, lastState } from '../history/lifelines.ts';
import { deriveOwnership } from '../ownership/derive-ownership.ts';
import type { Links } from '../waiting/links.ts';
import type { Membership } from './derive-membership.ts';
import { listInitiativeBlockers } from './list-initiative-blockers.ts';

/** Who is accountable for each initiative, and what blocks it now. `inForce`: the cross-team links in force now. */
export function deriveVerdicts(
  company: Company,
  lifelines: Lifelines,
  links: Links,
  inForce: readonly number[],
  membership: Membership,
): InitiativeVerdict[] {
  const initiativesOf = (issue: number): readonly number[] => membership.initiativesOfProject[company.issues.project[issue]!] ?? [];
  const inForceOnto: number[][] = company.initiatives.map(() => []);
  for (const link of inForce) for (const initiative of initiativesOf(links.blocked[link]!)) inForceOnto[initiative]!.push(link);

  return deriveOwnership(company, membership.initiativesOfProject).map((accountability, initiative) => {
    const members = membership.issue.subarray(membership.offset[initiative]!, membership.offset[initiative + 1]!);
    const isMember = (issue: number): boolean => initiativesOf(issue).includes(initiative);
    let openIssues = 0;
    for (const issue of members) if (isOpen(lastState(lifelines, issue))) openIssues++;
    const blockers = listInitiativeBlockers(lifelines, links, inForceOnto[initiative]!, isMember);
    return { ...accountability, blockers, issues: members.length, openIssues };
  });
}
