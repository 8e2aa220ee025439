import type { FactTable } from '../../fact-rows.ts';
import type { Phase } from '../../tracker.ts';
import type { JiraDeployment } from '../access/fetch-server-info.ts';
import { remoteLinkedKind } from '../site/learning/learn-remote-links.ts';

/** Names under which what was fetched of issues is kept. */
export const issueKinds = {
  issue: 'jira-issue',
  /** An issue above level 0. */
  plan: 'jira-plan-issue',
  changelog: 'jira-changelog',
  planChangelog: 'jira-plan-changelog',
  remoteLinks: 'jira-remote-links',
} as const;

const siteTables: readonly FactTable[] = ['person', 'team', 'workflow_status', 'cycle'];
const issueTables: readonly FactTable[] = ['issue', 'issue_key', 'issue_link', ...siteTables];
const historyTables: readonly FactTable[] = ['issue_change', 'issue_link_change', 'issue_flag', 'issue_key', 'issue_mention'];
const planTables: readonly FactTable[] = [
  'initiative',
  'project',
  'project_initiative',
  'initiative_parent',
  'initiative_owner_change',
  'project_dependency',
];

const site: Phase = {
  name: 'site',
  reading: 'whole',
  pageSize: 100,
  keeps: [],
  needs: [],
  yields: siteTables,
  figuresAfter: false,
};

/** What the site's words come to: the same whether they were fetched, learned or given another meaning by the user. */
const words: Phase = { ...site, name: 'words', reading: 'stored', needs: ['site'], yields: [...siteTables, 'team_member'] };

const people: Phase = {
  name: 'people',
  reading: 'pages',
  fromTheBeginning: 'reconcile',
  pageSize: 1_000,
  keeps: [],
  needs: [],
  yields: ['person'],
  figuresAfter: false,
};

/** All levels in one search. Jira sends fewer where issues are large. */
const issues: Phase = {
  name: 'issues',
  reading: 'pages',
  pageSize: 250,
  idsAtOnce: 100,
  keeps: [issueKinds.issue, issueKinds.plan],
  projectOfParent: true,
  needs: ['site', 'words'],
  yields: issueTables,
  figuresAfter: false,
};

const unseenIssues: Phase = { ...issues, name: 'unseen-issues', reading: 'unseen', pageSize: 100, keeps: [], needs: ['issues'] };

const histories: Phase = {
  name: 'histories',
  reading: 'histories',
  of: 'issues',
  pageSize: 500,
  keeps: [issueKinds.changelog],
  companion: issueKinds.issue,
  mentionsIn: ['text'],
  needs: ['issues', 'unseen-issues'],
  yields: historyTables,
  figuresAfter: false,
};

const linkedHistories: Phase = { ...histories, name: 'linked-histories', of: 'linked-issues', figuresAfter: true };

const planHistories: Phase = {
  ...histories,
  name: 'plan-histories',
  of: 'plans',
  keeps: [issueKinds.planChangelog],
  companion: issueKinds.plan,
  mentionsIn: [],
  yields: [],
};

/** Asked issue by issue, and only of those whose history tells of links to elsewhere. */
const remoteLinks: Phase = {
  ...histories,
  name: 'remote-links',
  of: 'remote-links',
  pageSize: 20,
  keeps: [issueKinds.remoteLinks],
  companion: remoteLinkedKind,
  mentionsIn: ['remote_link'],
  needs: ['issues'],
  yields: ['issue_mention'],
};

const plans: Phase = {
  name: 'plans',
  reading: 'stored',
  pageSize: 1,
  keeps: [issueKinds.plan],
  companion: issueKinds.planChangelog,
  needs: ['issues', 'unseen-issues'],
  yields: planTables,
  figuresAfter: false,
};

const deletedIssues: Phase = {
  name: 'deleted-issues',
  reading: 'sweep',
  pageSize: 1_000,
  keeps: [],
  needs: ['issues'],
  yields: ['issue', 'project', 'initiative'],
  figuresAfter: false,
};

/** Cloud tells changes apart from issues: those that say something of waits come first. */
const cloudPlan: readonly Phase[] = [
  site,
  words,
  people,
  issues,
  unseenIssues,
  planHistories,
  { ...plans, needs: [...plans.needs, 'plan-histories'] },
  linkedHistories,
  { ...deletedIssues, pageSize: 5_000, endsFirstReading: true },
  histories,
];

/** A server tells an issue's changes with the issue. Each page is heavy, and holds all there is to know. */
const serverPlan: readonly Phase[] = [
  site,
  words,
  people,
  { ...issues, pageSize: 100, idsAtOnce: 50, mentionsIn: ['text'], yields: [...issueTables, ...historyTables] },
  { ...unseenIssues, pageSize: 50, mentionsIn: ['text'], yields: [...issueTables, ...historyTables] },
  { ...plans, figuresAfter: true },
  deletedIssues,
];

/** @param hasOthers whether the company has other trackers, whose issues remote links may name */
export function jiraPlan(deployment: JiraDeployment, hasOthers: boolean): readonly Phase[] {
  const plan = deployment === 'cloud' ? cloudPlan : serverPlan;
  return hasOthers ? [...plan, remoteLinks] : plan;
}
