import type { IssueMentionRow } from '../../fact-rows.ts';
import { mentionRows } from '../../mentions/mention-rows.ts';
import { listMentionTimes, type TextVersion } from '../../mentions/mention-times.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { mentioningIssue } from './mentioning-issue.ts';

/** The times in which an issue's description named issues of other trackers. Its history has every version of it. */
export function mapTextMentions(site: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]): IssueMentionRow[] {
  const mentioning = mentioningIssue(site, issue.id, issue.fields.updated ?? issue.fields.created);
  const versions = listVersions(issue, histories);
  return listMentionTimes(versions).flatMap(({ mention, from, to }) =>
    mentionRows(mentioning, [mention], { place: 'text', from, to, evidence: 'history' }),
  );
}

function listVersions({ fields, mentions }: IssuePayload, histories: readonly HistoryEntry[]): TextVersion[] {
  const edits = histories
    .flatMap(({ id, created, items }) => items.map((item) => ({ at: created, number: Number(id), item })))
    .filter(({ item }) => item.toMentions != null)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.number - b.number);
  const [first] = edits;
  if (first === undefined) return [{ at: fields.created, mentions: mentions ?? [] }];
  const [last] = edits.slice(-1);
  const told = [
    { at: fields.created, mentions: first.item.fromMentions ?? [] },
    ...edits.map(({ at, item }) => ({ at, mentions: item.toMentions ?? [] })),
  ];
  // What stands today holds, from the last edit on, where a history writes it in another way.
  return last === undefined ? told : [...told.slice(0, -1), { at: last.at, mentions: mentions ?? [] }];
}
