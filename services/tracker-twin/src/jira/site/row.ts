import type { Entity } from '../../company/company.ts';
import type { Initiative, Project } from '../../company/initiative.ts';
import type { Issue } from '../../company/issue.ts';

/** What Jira calls an issue: an issue of the company, a project as an epic, or an initiative above epics. */
export type Subject =
  | { readonly kind: 'issue'; readonly of: Issue }
  | { readonly kind: 'epic'; readonly of: Project }
  | { readonly kind: 'initiative'; readonly of: Initiative };

/** A line of the site's index: what searches look at before they look at the issue itself. */
export interface Row extends Entity {
  /** Jira's id of it; `id` is the same, padded so that its order is that of numbers. */
  readonly number: number;
  readonly subject: Subject;
}

const ID_DIGITS = 9;

export function makeRow(number: number, subject: Subject, updatedAt: number): Row {
  return { id: rowId(number), number, subject, createdAt: subject.of.createdAt, updatedAt, archivedAt: null };
}

export function rowId(number: number): string {
  return String(number).padStart(ID_DIGITS, '0');
}
