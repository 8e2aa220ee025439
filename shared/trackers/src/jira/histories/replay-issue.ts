import type { Step } from '@speedtax/domain';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { JiraTeam } from '../site/teams/find-team.ts';
import { type DatedItem, orderEntries } from './order-entries.ts';
import type { Life } from './replay-field.ts';
import { projectsIn, replayProject } from './replay-project.ts';
import { replayStatus } from './replay-status.ts';
import { replayTeam } from './replay-team.ts';

/** What an issue was at each instant of its life, replayed from what it is today and from its history. */
export interface ReplayedIssue {
  readonly items: readonly DatedItem[];
  readonly life: Life;
  /** Ids of statuses, as `effectiveStatusId` gives them. */
  readonly status: readonly Step<string>[];
  /** null: nobody's, or more than one team's. */
  readonly team: readonly Step<JiraTeam | null>[];
}

export function replayIssue(site: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]): ReplayedIssue {
  const { fields } = issue;
  const life: Life = { createdAt: Date.parse(fields.created), updatedAt: Date.parse(fields.updated ?? fields.created) };
  const items = orderEntries(site, histories);
  const projects = projectsIn(site, issue, items);
  const project = replayProject(site, items, projects, issue, life);
  return {
    items,
    life,
    status: replayStatus(site, items, issue, project, life),
    team: replayTeam(site, items, issue, project, projects, life),
  };
}
