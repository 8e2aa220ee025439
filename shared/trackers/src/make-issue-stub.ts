import type { IssueRow } from './fact-rows.ts';

type Known = Pick<IssueRow, 'id' | 'external_id' | 'key'> & Partial<IssueRow>;

/**
 * The far end of a link, until the issue itself is seen; it never is where the credentials cannot see it.
 * @param since the least that is known of when it came to be
 */
export function makeIssueStub(known: Known, since: string): IssueRow {
  return {
    title: '',
    url: null,
    team_id: null,
    status_id: null,
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
    ...known,
    is_stub: true,
  };
}
