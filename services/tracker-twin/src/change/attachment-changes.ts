import type { Attachment } from '../company/attachment.ts';
import type { Company } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';

export interface NewAttachment {
  readonly title: string;
  readonly subtitle?: string;
  readonly url: string;
}

/** Nothing else of the issue changes by it: whether it touches the issue Linear does not say. */
export function attach(company: Company, issue: Issue, { title, subtitle = '', url }: NewAttachment, at: number): Attachment {
  const id = company.nextId('attachment');
  return company.attachments.add({ id, title, subtitle, url, issue, createdAt: at, updatedAt: at, archivedAt: null });
}

export function detach(company: Company, attachment: Attachment): void {
  company.attachments.remove(attachment);
}

/** Writes another description; histories tell that it changed and not from what. */
export function writeDescription(company: Company, issue: Issue, description: string, at: number): void {
  issue.description = description;
  company.issues.touch(issue, at);
}

/** Says that the tracker keeps an issue alike with one of a Jira, which it knows by that site's id. */
export function keepAlike(company: Company, issue: Issue, jiraId: string, at: number): void {
  issue.syncedWith = [...(issue.syncedWith ?? []), { id: jiraId, service: 'jira' }];
  company.issues.touch(issue, at);
}
