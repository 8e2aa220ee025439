import type { JiraAnswer } from './jira-request.ts';

/** What ends an endpoint early: the answer is sent as it is. */
export class JiraRefusal extends Error {
  readonly answer: JiraAnswer;

  constructor(status: number, ...messages: string[]) {
    super(messages.join(' '));
    this.answer = refuse(status, ...messages);
  }
}

export function refuse(status: number, ...errorMessages: string[]): JiraAnswer {
  return { status, body: { errorMessages, errors: {} } };
}

export const INVALID_PAYLOAD = 'Invalid request payload. Refer to the REST API documentation and try again.';

/** What Cloud answers where search was until 2025. */
export const SEARCH_REMOVED: JiraAnswer = refuse(
  410,
  'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
);

/** What has no endpoint is told as XML by Data Center, as JSON by Cloud. */
export function refuseUnknownPath(path: string): JiraAnswer {
  return { status: 404, body: { 'status-code': 404, message: `null for uri: ${path}` } };
}

export const ISSUE_NOT_FOUND: JiraAnswer = refuse(404, 'Issue does not exist or you do not have permission to see it.');
