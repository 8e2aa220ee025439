import { z } from 'zod';
import { day, issueId, linkTypes, statuses, tellSite, types } from '../src/jira/jira-story.fixture.ts';
import { mapHistory } from '../src/jira/mapping/map-history.ts';
import { mapIssue } from '../src/jira/mapping/map-issue.ts';
import { type HistoryEntry, historyEntry } from '../src/jira/payloads/changelog.ts';
import { type IssuePayload, issuePayload } from '../src/jira/payloads/issue.ts';
import type { JiraSite } from '../src/jira/site/jira-site.ts';
import type { Mapped } from '../src/mapped.ts';
import { readRecordedIssues } from './recorded-jira.ts';

/*
 * Issues told with their histories, by a story or as they were recorded.
 */

export interface Told {
  readonly issue: IssuePayload;
  readonly histories: readonly HistoryEntry[];
}

export const tell = (issue: IssuePayload, ...histories: HistoryEntry[]): Told => ({ issue, histories });

export function read(told: readonly Told[], site: JiraSite = tellSite()): Mapped[] {
  return told.flatMap(({ issue, histories }) => [mapIssue(site, issue), mapHistory(site, issue, histories)]);
}

export const inDays = (at: number | null) => (at === null ? null : (at - Date.parse(day(0))) / 86_400_000);

const end = (key: string) => ({ id: issueId(key), key, fields: { status: statuses.todo, issuetype: types.task } });

/** A link as the issue has it that blocks `key`. */
export const blocking = (key: string, id = '1', type: object = linkTypes.blocks) => ({ id, type, outwardIssue: end(key) });
/** A link as the issue has it that is blocked by `key`. */
export const blockedBy = (key: string, id = '1', type: object = linkTypes.blocks) => ({ id, type, inwardIssue: end(key) });

export const blocks = (key: string) => ({ issuelinks: [blocking(key)] });
export const isBlockedBy = (key: string) => ({ issuelinks: [blockedBy(key)] });

const withHistory = z.looseObject({ changelog: z.object({ histories: z.array(historyEntry) }) });

/** Of those recorded issues whose source has this in its name. */
export function recordedOf(source: string): Told[] {
  return readRecordedIssues()
    .filter((recorded) => recorded.source.includes(source))
    .map(({ payload }) => tell(issuePayload.parse(payload), ...withHistory.parse(payload).changelog.histories));
}
