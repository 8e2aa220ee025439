import { listHistory } from '../history/list-history.ts';
import { presentChangelog, presentHistory } from '../payloads/history-payload.ts';
import { presentIssue } from '../payloads/issue-payload.ts';
import { readToken, writeToken } from '../search/page-token.ts';
import { ISSUE_NOT_FOUND, JiraRefusal } from '../server/jira-errors.ts';
import type { JiraAnswer, JiraRequest } from '../server/jira-request.ts';
import { findRow } from '../site/find-subject.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Row } from '../site/row.ts';
import { type Endpoint, type EndpointContext, ok } from './endpoint.ts';
import { pageOf } from './page-bean.ts';
import { readBody, readList } from './read-params.ts';

const MAX_BULK_ISSUES = 100;
const MAX_BULK_CHANGELOGS = 1_000;
const MAX_HISTORIES = 10_000;
const DEFAULT_HISTORIES = 1_000;
const MAX_FIELD_IDS = 10;
/** The newest entries of a changelog that one issue of Cloud shows. */
const MAX_INLINE_HISTORIES = 100;
const MAX_BULK_INLINE_HISTORIES = 40;

export const issueEndpoints: readonly Endpoint[] = [
  { route: 'GET issue/:', answer: answerIssue },
  {
    route: 'GET issue/:/remotelink',
    answer: ({ site }, { params }) => {
      const row = findRow(site, params[0] ?? '');
      return row ? ok(listRemoteLinks(site, row)) : ISSUE_NOT_FOUND;
    },
  },
  {
    route: 'GET issue/:/changelog',
    of: 'cloud',
    answer: ({ site }, request) => {
      const row = findRow(site, request.params[0] ?? '');
      if (!row) return ISSUE_NOT_FOUND;
      const histories = listHistory(site, row.subject).map((history) => presentHistory(site, history));
      return ok(pageOf(site, request, histories, { size: 100, most: 100 }));
    },
  },
  { route: 'POST issue/bulkfetch', of: 'cloud', answer: answerBulk },
  { route: 'POST changelog/bulkfetch', of: 'cloud', answer: answerBulkChangelogs },
];

function listRemoteLinks(site: JiraSite, { number, subject }: Row) {
  return (site.remoteLinks.get(subject.of) ?? []).map(({ id, relationship, url, title }) => ({
    id,
    self: `${site.baseUrl}/rest/api/2/issue/${number}/remotelink/${id}`,
    ...(relationship !== null && { relationship }),
    object: { url, title, icon: {}, status: { icon: {} } },
  }));
}

function answerIssue(context: EndpointContext, request: JiraRequest): JiraAnswer {
  const { site } = context;
  const row = findRow(site, request.params[0] ?? '');
  if (!row) return ISSUE_NOT_FOUND;
  const fields = readList(request, 'fields');
  const issue = presentIssue(context, row, fields.length > 0 ? fields : ['*all']);
  if (!readList(request, 'expand').includes('changelog')) return ok(issue);
  return ok({ ...issue, changelog: presentChangelog(site, listHistory(site, row.subject), MAX_INLINE_HISTORIES) });
}

/** By ascending id, each once, under its key of today; what is not to be seen is named among the errors. */
function answerBulk(context: EndpointContext, request: JiraRequest): JiraAnswer {
  const { site } = context;
  const body = readBody(request, {
    issueIdsOrKeys: 'strings',
    fields: 'strings',
    expand: 'strings',
    fieldsByKeys: 'boolean',
    properties: 'strings',
  });
  const asked = readAsked(body.issueIdsOrKeys, MAX_BULK_ISSUES);
  const { rows, missing } = findRows(site, asked);
  const fields = (body.fields as string[] | undefined) ?? ['*navigable'];
  const hasChangelog = (body.expand as string[] | undefined)?.includes('changelog');
  const issues = rows.map((row) => ({
    ...presentIssue(context, row, fields),
    ...(hasChangelog && { changelog: presentChangelog(site, listHistory(site, row.subject), MAX_BULK_INLINE_HISTORIES) }),
  }));
  const issueErrors = missing.map((id) => ({ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' }));
  return ok({ issues, issueErrors });
}

interface ChangelogPlace {
  readonly issue: number;
  readonly history: number;
}

/** Oldest first, smallest issue first; a page counts entries, so an issue may go on with the next. */
function answerBulkChangelogs({ site }: EndpointContext, request: JiraRequest): JiraAnswer {
  const body = readBody(request, { issueIdsOrKeys: 'strings', fieldIds: 'strings', maxResults: 'number', nextPageToken: 'string' });
  const asked = readAsked(body.issueIdsOrKeys, MAX_BULK_CHANGELOGS);
  const fieldIds = body.fieldIds as string[] | undefined;
  if (fieldIds && fieldIds.length > MAX_FIELD_IDS) throw new JiraRefusal(400, `At most ${MAX_FIELD_IDS} fields can be asked for.`);
  const most = Math.min((body.maxResults as number | undefined) ?? DEFAULT_HISTORIES, MAX_HISTORIES);
  if (most < 1) throw new JiraRefusal(400, 'maxResults must be at least 1.');
  const query = JSON.stringify([asked, fieldIds]);
  const now = site.settings.now();
  const from = body.nextPageToken ? readToken<ChangelogPlace>(body.nextPageToken as string, query, now) : null;

  const issueChangeLogs: { issueId: string; changeHistories: unknown[] }[] = [];
  let room = most;
  for (const row of findRows(site, asked).rows) {
    if (from && row.number < from.issue) continue;
    const histories = listBulkHistories(site, row, fieldIds);
    const skipped = from?.issue === row.number ? from.history : 0;
    const shown = histories.slice(skipped, skipped + room);
    if (shown.length > 0) issueChangeLogs.push({ issueId: String(row.number), changeHistories: shown });
    room -= shown.length;
    if (skipped + shown.length < histories.length) {
      const place: ChangelogPlace = { issue: row.number, history: skipped + shown.length };
      return ok({ issueChangeLogs, nextPageToken: writeToken(query, place, now) });
    }
  }
  return ok({ issueChangeLogs });
}

/** A filter by fields loses what names none, links above all. */
function listBulkHistories(site: JiraSite, { subject }: Row, fieldIds: readonly string[] | undefined) {
  const histories = listHistory(site, subject);
  const filtered = fieldIds
    ? histories
        .map((history) => ({ ...history, items: history.items.filter(({ fieldId }) => fieldId && fieldIds.includes(fieldId)) }))
        .filter(({ items }) => items.length > 0)
    : histories;
  return filtered.map((history) => presentHistory(site, history, true));
}

function readAsked(idsOrKeys: unknown, most: number): string[] {
  const asked = (idsOrKeys as string[] | undefined) ?? [];
  if (asked.length === 0 || asked.length > most) throw new JiraRefusal(400, `Between 1 and ${most} issues can be asked for.`);
  return asked;
}

function findRows(site: JiraSite, asked: readonly string[]): { rows: Row[]; missing: string[] } {
  const rows = new Set<Row>();
  const missing: string[] = [];
  for (const idOrKey of asked) {
    const row = findRow(site, idOrKey);
    if (row) rows.add(row);
    else missing.push(idOrKey);
  }
  return { rows: [...rows].sort((a, b) => a.number - b.number), missing };
}
