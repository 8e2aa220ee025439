import type { Company } from './company.ts';
import { identifierAt } from './enter-team.ts';
import type { Issue, IssueRelation, IssueRelationType } from './issue.ts';
import type { User } from './team.ts';

const LINEAR_BOT = { id: null, type: 'linear', name: 'Linear' };

/** Codes an added or removed relation leaves on `issue` and on `relatedIssue`. */
const CODES: Record<IssueRelationType, Record<'added' | 'removed', readonly [string, string]>> = {
  blocks: { added: ['ax', 'ab'], removed: ['rx', 'rb'] },
  related: { added: ['ar', 'ar'], removed: ['rr', 'rr'] },
  duplicate: { added: ['am', 'ad'], removed: ['rm', 'rd'] },
  similar: { added: ['ar', 'ar'], removed: ['rr', 'rr'] },
};

/** Relates two issues; of type blocks, `issue` blocks `relatedIssue`. Both ends remember it. */
export function relate(
  company: Company,
  type: IssueRelationType,
  issue: Issue,
  relatedIssue: Issue,
  at: number,
  actor: User | null,
): IssueRelation {
  const relation = company.relations.add({
    id: company.nextId('relation'),
    type,
    issue,
    relatedIssue,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    removedAt: null,
  });
  issue.relations.push(relation);
  relatedIssue.inverseRelations.push(relation);
  rememberBoth(relation, CODES[type].added, at, actor);
  return relation;
}

/** Takes a relation back: from now on only the histories of its ends tell of it. */
export function unrelate(company: Company, relation: IssueRelation, at: number, actor: User | null): void {
  dropRelation(company, relation, at);
  rememberBoth(relation, CODES[relation.type].removed, at, actor);
}

/** Drops a relation without a trace in any history, as the deletion of an end does. */
export function dropRelation(company: Company, relation: IssueRelation, at: number): void {
  const { issue, relatedIssue } = relation;
  company.relations.remove(relation);
  company.removedRelations.push(relation);
  relation.removedAt = at;
  relation.updatedAt = at;
  issue.relations.splice(issue.relations.indexOf(relation), 1);
  relatedIssue.inverseRelations.splice(relatedIssue.inverseRelations.indexOf(relation), 1);
}

/** Linear's own note that the blocker was closed or reopened: the relation stays. */
export function noteBlocker(relation: IssueRelation, isNowClosed: boolean, at: number): void {
  rememberBoth(relation, isNowClosed ? ['xr', 'br'] : ['xo', 'bo'], at, null);
}

function rememberBoth(
  { issue, relatedIssue }: IssueRelation,
  [onIssue, onRelated]: readonly [string, string],
  at: number,
  actor: User | null,
): void {
  rememberRelation(issue, relatedIssue, onIssue, at, actor);
  rememberRelation(relatedIssue, issue, onRelated, at, actor);
}

export function rememberRelation(issue: Issue, other: Issue, type: string, at: number, actor: User | null): void {
  const relationChanges = [{ identifier: identifierAt(other, at), type }];
  const entry = { createdAt: at, issue, actor, relationChanges };
  issue.history.push(actor === null ? { ...entry, botActor: LINEAR_BOT } : entry);
}
