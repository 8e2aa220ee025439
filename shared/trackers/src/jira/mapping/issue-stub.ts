import type { IssueRow } from '../../fact-rows.ts';
import { makeIssueStub } from '../../make-issue-stub.ts';
import type { MentionedIssue } from '../payloads/issue-link.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { idOf } from './ids.ts';

/**
 * The far end of a link, with what the link tells of it, until the issue itself is seen. Its team is not told: the project that
 * its key begins with need not be the one it was in then.
 * @param since the least that is known of when it came to be
 */
export function issueStub(site: JiraSite, { id, key, fields }: MentionedIssue & { id: string }, since: string): IssueRow {
  const known = {
    id: idOf(site, 'issue', id),
    external_id: id,
    key,
    title: fields?.summary ?? '',
    url: `${site.browseUrl}/browse/${key}`,
    status_id: fields?.status ? idOf(site, 'status', fields.status.id) : null,
  };
  return makeIssueStub(known, since);
}
