import { type Company, generateCompany, type JiraTwin, type JiraTwinSettings, startJiraTwin } from '../../src/index.ts';

export const TODAY = Date.parse('2026-11-20T12:00:00Z');
export const EMAIL = 'reader@tallyport.example';
export const TOKEN = 'api-token';
export const BASIC = `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64')}`;

let small: Company | undefined;

/** A company of the file's own, that no test may change. */
export function smallCompany(): Company {
  small ??= generateCompany({ seed: 7, issues: 300, today: TODAY, fits: 'jira' });
  return small;
}

/** A Jira of a small company on a port of its own, its clock standing still unless told otherwise. */
export function startSmallJira(settings: Partial<JiraTwinSettings> = {}): Promise<JiraTwin> {
  return startJiraTwin({
    company: settings.company ?? smallCompany(),
    deployment: 'cloud',
    credentials: { basic: { [EMAIL]: TOKEN }, accessTokens: ['personal'] },
    limits: 'off',
    now: () => TODAY,
    ...settings,
  });
}

export interface JiraReply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly body: any;
}

/** `path` below `/rest/`; a body makes it a POST. */
export async function askJira(
  { url }: { readonly url: string },
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: BASIC },
): Promise<JiraReply> {
  const response = await fetch(`${url}/rest/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

const MAX_PAGES = 1_000;

/** Every issue that Cloud finds, page after page. */
export async function searchAll(twin: JiraTwin, jql: string, { maxResults = 100, fields = ['*all'] } = {}): Promise<JiraReply['body'][]> {
  const issues: JiraReply['body'][] = [];
  let nextPageToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { status, body } = await askJira(twin, 'api/3/search/jql', { jql, fields, maxResults, ...(nextPageToken && { nextPageToken }) });
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    issues.push(...body.issues);
    nextPageToken = body.nextPageToken;
    if (body.isLast) return issues;
  }
  throw new Error(`More than ${MAX_PAGES} pages`);
}

/** The changelogs of issues, whole, by the id of the issue. */
export async function readHistories(twin: JiraTwin, ids: readonly string[], maxResults = 1_000): Promise<Map<string, JiraReply['body'][]>> {
  const histories = new Map<string, JiraReply['body'][]>();
  for (let from = 0; from < ids.length; from += 1_000) {
    const issueIdsOrKeys = ids.slice(from, from + 1_000);
    let nextPageToken: string | undefined;
    do {
      const { body } = await askJira(twin, 'api/3/changelog/bulkfetch', {
        issueIdsOrKeys,
        maxResults,
        ...(nextPageToken && { nextPageToken }),
      });
      for (const { issueId, changeHistories } of body.issueChangeLogs) {
        histories.set(issueId, [...(histories.get(issueId) ?? []), ...changeHistories]);
      }
      nextPageToken = body.nextPageToken;
    } while (nextPageToken);
  }
  return histories;
}
