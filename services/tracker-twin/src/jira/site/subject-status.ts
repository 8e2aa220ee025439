import { planStatusOf } from '../history/plan-history.ts';
import type { JiraSite } from './jira-site.ts';
import type { Subject } from './row.ts';
import { type SiteStatus, statusOfState } from './statuses.ts';

export function statusOfSubject(site: JiraSite, { kind, of }: Subject): SiteStatus {
  return kind === 'issue' ? statusOfState(site, of.state) : planStatusOf(site, of);
}
