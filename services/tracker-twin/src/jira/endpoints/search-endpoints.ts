import { listHistory } from '../history/list-history.ts';
import { presentFields } from '../payloads/field-payload.ts';
import { presentChangelog } from '../payloads/history-payload.ts';
import { presentIssue } from '../payloads/issue-payload.ts';
import { readToken, writeToken } from '../search/page-token.ts';
import { type Behind, findPlaceBehind } from '../search/run-search.ts';
import { JiraRefusal, SEARCH_REMOVED } from '../server/jira-errors.ts';
import type { JiraAnswer } from '../server/jira-request.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Row } from '../site/row.ts';
import { type Endpoint, type EndpointContext, ok } from './endpoint.ts';
import { type BodyShape, readBody, readList, readNumber } from './read-params.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
/** Pages of hardly more than ids may be long. */
const MAX_LEAN_PAGE = 5_000;
const LEAN_FIELDS: ReadonlySet<string> = new Set(['id', 'key', 'updated', 'created', 'project']);
const MAX_SERVER_PAGE = 1_000;
/** The newest entries of a changelog that a search of Cloud shows. */
const MAX_INLINE_HISTORIES = 40;
const MAX_RECONCILED = 50;
const CLOUD_MANNERS = { isBounded: true, isStrict: true };

const JQL_BODY: BodyShape = {
  jql: 'string',
  fields: 'strings',
  expand: 'string',
  maxResults: 'number',
  nextPageToken: 'string',
  fieldsByKeys: 'boolean',
  properties: 'strings',
  reconcileIssues: 'numbers',
};
const SERVER_BODY: BodyShape = {
  jql: 'string',
  fields: 'strings',
  expand: 'strings',
  startAt: 'number',
  maxResults: 'number',
  validateQuery: 'boolean',
  fieldsByKeys: 'boolean',
};

export const searchEndpoints: readonly Endpoint[] = [
  { route: 'GET search', of: 'cloud', answer: () => SEARCH_REMOVED },
  { route: 'POST search', of: 'cloud', answer: () => SEARCH_REMOVED },
  {
    // Whatever is not asked for by name is passed over here, an offset too.
    route: 'GET search/jql',
    of: 'cloud',
    answer: (context, request) =>
      answerPage(context, {
        jql: request.query.get('jql') ?? '',
        fields: readList(request, 'fields'),
        expand: readList(request, 'expand'),
        maxResults: readNumber(request, 'maxResults', DEFAULT_PAGE),
        token: request.query.get('nextPageToken'),
        reconciled: readList(request, 'reconcileIssues').length,
      }),
  },
  {
    route: 'POST search/jql',
    of: 'cloud',
    answer: (context, request) => {
      const body = readBody(request, JQL_BODY);
      return answerPage(context, {
        jql: (body.jql as string) ?? '',
        fields: (body.fields as string[]) ?? [],
        expand: ((body.expand as string) ?? '').split(','),
        maxResults: (body.maxResults as number) ?? DEFAULT_PAGE,
        token: (body.nextPageToken as string) ?? null,
        reconciled: ((body.reconcileIssues as number[]) ?? []).length,
      });
    },
  },
  {
    route: 'POST search/approximate-count',
    of: 'cloud',
    answer: ({ searches }, request) => {
      const { jql } = readBody(request, { jql: 'string' });
      return ok({ count: searches.find((jql as string) ?? '', CLOUD_MANNERS).rows.length });
    },
  },
  {
    route: 'GET search',
    of: 'data-center',
    answer: (context, request) =>
      answerOffset(context, {
        jql: request.query.get('jql') ?? '',
        fields: readList(request, 'fields'),
        expand: readList(request, 'expand'),
        startAt: readNumber(request, 'startAt', 0),
        maxResults: readNumber(request, 'maxResults', DEFAULT_PAGE),
        isStrict: request.query.get('validateQuery') !== 'false',
      }),
  },
  {
    route: 'POST search',
    of: 'data-center',
    answer: (context, request) => {
      const body = readBody(request, SERVER_BODY);
      return answerOffset(context, {
        jql: (body.jql as string) ?? '',
        fields: (body.fields as string[]) ?? [],
        expand: (body.expand as string[]) ?? [],
        startAt: (body.startAt as number) ?? 0,
        maxResults: (body.maxResults as number) ?? DEFAULT_PAGE,
        isStrict: body.validateQuery !== false,
      });
    },
  },
];

interface Asked {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly maxResults: number;
}

/** Cloud: a page behind a token; there is no count, and no token with the last page. */
function answerPage(context: EndpointContext, asked: Asked & { token: string | null; reconciled: number }): JiraAnswer {
  const { site, searches } = context;
  const now = site.settings.now();
  if (asked.reconciled > MAX_RECONCILED) throw new JiraRefusal(400, `At most ${MAX_RECONCILED} issues can be reconciled.`);
  if (asked.reconciled > 0) site.index.refresh(site.company);
  const result = searches.find(asked.jql, CLOUD_MANNERS);
  const from = asked.token === null ? 0 : findPlaceBehind(result, readToken<Behind>(asked.token, asked.jql, now));
  const rows = result.rows.slice(from, from + decidePageSize(context, asked));
  const place = from + rows.length;
  const last = rows.at(-1);
  const isLast = place >= result.rows.length || !last;
  const behind: Behind | undefined = last && { place, number: last.number, createdAt: last.createdAt, updatedAt: last.updatedAt };
  return ok({
    issues: rows.map((row) => presentFound(context, row, asked, MAX_INLINE_HISTORIES)),
    ...presentExpansions(site, asked.expand),
    ...(!isLast && { nextPageToken: writeToken(asked.jql, behind, now) }),
    isLast,
  });
}

function decidePageSize({ site }: EndpointContext, { fields, maxResults, expand }: Asked): number {
  const isLean = fields.every((field) => LEAN_FIELDS.has(field)) && !expand.includes('changelog');
  return Math.max(1, Math.min(maxResults, isLean ? MAX_LEAN_PAGE : MAX_PAGE, site.settings.maxPageSize ?? MAX_LEAN_PAGE));
}

/** Data Center: a page by its offset among all that is found now, so that pages shift while issues change. */
function answerOffset(context: EndpointContext, asked: Asked & { startAt: number; isStrict: boolean }): JiraAnswer {
  const { site, searches } = context;
  const { rows } = searches.find(asked.jql, { isBounded: false, isStrict: asked.isStrict });
  const maxResults = Math.min(asked.maxResults, site.settings.maxPageSize ?? MAX_SERVER_PAGE, MAX_SERVER_PAGE);
  const fields = asked.fields.length > 0 ? asked.fields : ['*navigable'];
  const shown = rows.slice(asked.startAt, asked.startAt + maxResults);
  return ok({
    expand: 'schema,names',
    startAt: asked.startAt,
    maxResults,
    total: rows.length,
    issues: shown.map((row) => presentFound(context, row, { ...asked, fields }, Number.POSITIVE_INFINITY)),
    ...presentExpansions(site, asked.expand),
  });
}

/** What fields are called, and of what kind they are, where that is asked for. */
function presentExpansions(site: JiraSite, expand: readonly string[]) {
  if (!expand.includes('names') && !expand.includes('schema')) return {};
  const fields = presentFields(site);
  return {
    ...(expand.includes('names') && { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) }),
    ...(expand.includes('schema') && { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) }),
  };
}

function presentFound(context: EndpointContext, row: Row, { fields, expand }: Asked, maxHistories: number) {
  const issue = presentIssue(context, row, fields);
  if (!expand.includes('changelog')) return issue;
  const { site } = context;
  return { ...issue, changelog: presentChangelog(site, listHistory(site, row.subject), maxHistories) };
}
