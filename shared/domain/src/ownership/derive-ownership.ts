import type { Ownership } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';

export interface Accountability {
  readonly ownership: Ownership;
  /** People: the owner, the inferred one, or the several of a diluted initiative, in ascending order. */
  readonly accountable: readonly number[];
  /** Active initiatives that the one accountable person is accountable for; null unless there is exactly one. */
  readonly ownerSpan: number | null;
  readonly singleThreaded: boolean;
}

/** Who is accountable for each initiative. `initiativesOfProject`: rolled up, so that a parent sees the leads below it. */
export function deriveOwnership(company: Company, initiativesOfProject: readonly (readonly number[])[]): Accountability[] {
  const verdicts = company.initiatives.map((initiative, index) => {
    if (company.people[initiative.owner]?.active === true) return { ownership: 'single' as const, accountable: [initiative.owner] };
    const leads = listActiveLeads(company, initiativesOfProject, index);
    return { ownership: ownershipOf(leads.length), accountable: leads };
  });
  const span = new Int32Array(company.people.length);
  verdicts.forEach(({ accountable }, index) => {
    if (company.initiatives[index]!.status === 'active') for (const person of accountable) span[person]!++;
  });
  return verdicts.map(({ ownership, accountable }) => {
    const ownerSpan = accountable.length === 1 ? span[accountable[0]!]! : null;
    return { ownership, accountable, ownerSpan, singleThreaded: ownership === 'single' && ownerSpan !== null && ownerSpan <= 1 };
  });
}

function listActiveLeads(
  { projects, people }: Company,
  initiativesOfProject: readonly (readonly number[])[],
  initiative: number,
): number[] {
  const leads = new Set<number>();
  projects.forEach(({ lead, status }, project) => {
    const isUnfinished = status === 'planned' || status === 'active';
    if (isUnfinished && people[lead]?.active === true && initiativesOfProject[project]!.includes(initiative)) leads.add(lead);
  });
  return [...leads].sort((a, b) => a - b);
}

function ownershipOf(leadCount: number): Ownership {
  if (leadCount === 0) return 'unowned';
  return leadCount === 1 ? 'inferred' : 'diluted';
}
