import type { JiraSite } from '../site/jira-site.ts';
import type { Subject } from '../site/row.ts';
import type { History } from './history.ts';
import { listIssueHistory } from './issue-history.ts';
import { listPlanHistory } from './plan-history.ts';

/** The whole changelog of anything that Jira calls an issue, oldest first. */
export function listHistory(site: JiraSite, { kind, of }: Subject): History[] {
  const told = kind === 'issue' ? listIssueHistory(site, of) : listPlanHistory(site, of);
  return [...told, ...(site.extras.get(of) ?? [])].sort((a, b) => a.at - b.at || a.id - b.id);
}
