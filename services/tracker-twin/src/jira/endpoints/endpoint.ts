import type { JiraWebhooks } from '../../webhooks/jira-webhooks.ts';
import type { Deployment } from '../jira-settings.ts';
import type { IssueView } from '../payloads/issue-payload.ts';
import type { Searches } from '../search/run-search.ts';
import type { JiraAnswer, JiraRequest } from '../server/jira-request.ts';
import type { JiraSite } from '../site/jira-site.ts';

export interface Endpoint {
  /** Method and path; `:` stands for any one part of it. */
  readonly route: string;
  /** Absent: of both. */
  readonly of?: Deployment;
  readonly answer: (context: EndpointContext, request: JiraRequest) => JiraAnswer;
}

export interface EndpointContext extends IssueView {
  readonly site: JiraSite;
  readonly searches: Searches;
  readonly webhooks: JiraWebhooks;
}

export function ok(body: unknown): JiraAnswer {
  return { status: 200, body };
}
