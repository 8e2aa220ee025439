import type { Issue } from '../../company/issue.ts';
import type { IssueTypeRole } from '../edition/edition.ts';
import type { JiraSite } from './jira-site.ts';
import type { Subject } from './row.ts';

export interface IssueType {
  readonly id: string;
  readonly name: string;
  /** −1 sub-task, 0 issue, 1 epic, 2 above. */
  readonly level: number;
}

const TYPES: Readonly<Record<IssueTypeRole, { id: string; level: number }>> = {
  subtask: { id: '10003', level: -1 },
  task: { id: '10002', level: 0 },
  bug: { id: '10004', level: 0 },
  epic: { id: '10000', level: 1 },
  initiative: { id: '10010', level: 2 },
};

export function issueTypeOf(site: JiraSite, { kind, of }: Subject): IssueType {
  if (kind !== 'issue') return makeIssueType(site, kind);
  if (findSubtaskParent(of)) return makeIssueType(site, 'subtask');
  return makeIssueType(site, of.labels.some(({ name }) => name === 'Bug') ? 'bug' : 'task');
}

export function listIssueTypes(site: JiraSite): IssueType[] {
  return (Object.keys(TYPES) as IssueTypeRole[]).map((role) => makeIssueType(site, role));
}

/**
 * The parent of a part that Jira can hold as a sub-task: one step deep, in the same project and epic, and no bug, which is a
 * type beside it. Other parts are issues of their own.
 */
export function findSubtaskParent({ parent, team, project, labels }: Issue): Issue | null {
  if (!parent || parent.parent || parent.archivedAt !== null) return null;
  const isBug = labels.some(({ name }) => name === 'Bug');
  return !isBug && parent.team === team && parent.project === project ? parent : null;
}

function makeIssueType({ edition }: JiraSite, role: IssueTypeRole): IssueType {
  return { ...TYPES[role], name: edition.issueTypeNames[role] };
}
