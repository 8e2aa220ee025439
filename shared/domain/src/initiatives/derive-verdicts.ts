import type { InitiativeVerdict } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';
import { isOpen } from '../history/issue-state.ts';
import { lastState, type Lifelines } from '../history/lifelines.ts';
import { deriveOwnership } from '../ownership/derive-ownership.ts';
import type { Links } from '../waiting/links.ts';
import type { Membership } from './derive-membership.ts';
import { listInitiativeBlockers } from './list-initiative-blockers.ts';

/** Who is accountable for each initiative, and what blocks it now. */
export function deriveVerdicts(company: Company, lifelines: Lifelines, links: Links, membership: Membership): InitiativeVerdict[] {
  return deriveOwnership(company, membership.initiativesOfProject).map((accountability, initiative) => {
    const members = membership.issue.subarray(membership.offset[initiative]!, membership.offset[initiative + 1]!);
    let openIssues = 0;
    for (const issue of members) if (isOpen(lastState(lifelines, issue))) openIssues++;
    return { ...accountability, blockers: listInitiativeBlockers(lifelines, links, members), issues: members.length, openIssues };
  });
}
