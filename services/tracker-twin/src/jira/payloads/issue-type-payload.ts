import type { IssueType } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';

/** Data Center says no more of the hierarchy than whether it is a sub-task. */
export function presentIssueType({ baseUrl, isCloud }: JiraSite, { id, name, level }: IssueType) {
  const shown = { self: `${baseUrl}/rest/api/2/issuetype/${id}`, id, description: '', iconUrl: `${baseUrl}/`, name, subtask: level < 0 };
  return isCloud ? { ...shown, avatarId: 10300, hierarchyLevel: level } : shown;
}
