import type { Company } from '../company/company.ts';
import { noteIdentifierChange } from '../company/find-issue.ts';
import type { Issue } from '../company/issue.ts';
import { dropRelation } from '../company/relate.ts';
import type { User } from '../company/team.ts';

/** Archived by hand, or by Linear itself some months after it was closed. */
export function archive(
  company: Company,
  issue: Issue,
  at: number,
  { isAutomatic = false }: { readonly isAutomatic?: boolean } = {},
): void {
  const actor = isAutomatic ? null : issue.creator;
  const automatic = isAutomatic ? { autoArchived: true } : {};
  issue.history.push({ createdAt: at, issue, actor, archived: true, ...automatic });
  issue.archivedAt = at;
  issue.autoArchivedAt = isAutomatic ? at : null;
  company.issues.touch(issue, at);
}

/** Into the bin: still to be had with includeArchived, for thirty days. */
export function trash(company: Company, issue: Issue, at: number, actor: User | null = issue.creator): void {
  issue.history.push({ createdAt: at, issue, actor, trashed: true });
  issue.trashed = true;
  issue.archivedAt = at;
  company.issues.touch(issue, at);
}

/** Out of the archive or the bin. */
export function restore(company: Company, issue: Issue, at: number, actor: User | null = issue.creator): void {
  const change = issue.trashed ? { trashed: false } : { archived: false };
  issue.history.push({ createdAt: at, issue, actor, ...change });
  issue.trashed = null;
  issue.archivedAt = null;
  issue.autoArchivedAt = null;
  company.issues.touch(issue, at);
}

/** No trace remains: not of the issue, not of its relations. */
export function deleteForever(company: Company, issue: Issue, at: number): void {
  for (const relation of [...issue.relations, ...issue.inverseRelations]) {
    dropRelation(company, relation, at);
  }
  for (const child of issue.children) child.parent = null;
  issue.parent?.children.splice(issue.parent.children.indexOf(issue), 1);
  issue.project?.issues.splice(issue.project.issues.indexOf(issue), 1);
  company.issues.remove(issue);
  noteIdentifierChange(company);
}
