import type { IssueRow } from '../../fact-rows.ts';
import type { MentionedIssue } from '../payloads/issue-link.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { idOf } from './ids.ts';

/**
 * The far end of a link, with what the link tells of it, until the issue itself is seen. Its team is not told: the project that
 * its key begins with need not be the one it was in then.
 * @param since the least that is known of when it came to be
 */
export function issueStub(site: JiraSite, { id, key, fields }: MentionedIssue & { id: string }, since: string): IssueRow {
  return {
    id: idOf(site, 'issue', id),
    external_id: id,
    key,
    title: fields?.summary ?? '',
    url: `${site.browseUrl}/browse/${key}`,
    team_id: null,
    status_id: fields?.status ? idOf(site, 'status', fields.status.id) : null,
    project_id: null,
    milestone_id: null,
    cycle_id: null,
    parent_id: null,
    assignee_id: null,
    creator_id: null,
    priority: null,
    estimate: null,
    due_on: null,
    labels: [],
    is_defect: false,
    created_at: since,
    updated_at: since,
    started_at: null,
    completed_at: null,
    canceled_at: null,
    closed_at: null,
    is_stub: true,
  };
}
