import type { Company } from './company.ts';
import type { Issue } from './issue.ts';

/** How many issues a company had when its identifiers were last read. */
interface Index {
  readonly identifiers: ReadonlyMap<string, Issue>;
  readonly stamp: string;
}

const indexes = new WeakMap<Company, Index>();

/** By today's identifier or any earlier one; made again after a change of identifiers. */
export function findIssueByIdentifier(company: Company, identifier: string): Issue | undefined {
  const stamp = `${company.issues.size}/${identifierChanges.get(company) ?? 0}`;
  let index = indexes.get(company);
  if (index?.stamp !== stamp) {
    index = { identifiers: readIdentifiers(company), stamp };
    indexes.set(company, index);
  }
  return index.identifiers.get(identifier);
}

const identifierChanges = new WeakMap<Company, number>();

export function noteIdentifierChange(company: Company): void {
  identifierChanges.set(company, (identifierChanges.get(company) ?? 0) + 1);
}

function readIdentifiers(company: Company): Map<string, Issue> {
  const identifiers = new Map<string, Issue>();
  for (const issue of company.issues) {
    for (const former of issue.previousIdentifiers) identifiers.set(former, issue);
  }
  for (const issue of company.issues) identifiers.set(issue.identifier, issue);
  return identifiers;
}
