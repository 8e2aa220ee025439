import type { Entity } from './company.ts';
import type { Issue } from './issue.ts';

/** Something elsewhere that an issue points to. */
export interface Attachment extends Entity {
  title: string;
  subtitle: string | null;
  url: string;
  issue: Issue;
}
