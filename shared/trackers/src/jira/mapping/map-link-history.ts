import type { IssueLinkChangeRow } from '../../fact-rows.ts';
import type { MappingProblem } from '../../mapped.ts';
import type { DatedItem } from '../histories/order-entries.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { readLinkText } from '../site/links/read-link-text.ts';
import { idOf } from './ids.ts';
import { type DirectedLink, directedLinksOf } from './map-links.ts';

export interface MappedLinkHistory {
  readonly changes: IssueLinkChangeRow[];
  readonly problems: MappingProblem[];
}

interface LinkEvent {
  readonly action: 'added' | 'removed';
  readonly otherKey: string;
  readonly text: string;
}

/**
 * Blocking links added and removed, as the history of one of their ends tells them: by the other's key of that time, in words.
 * Words that nobody can read belong to the one blocking link that stands between the two today, if there is one; else they are counted.
 */
export function mapLinkHistory(site: JiraSite, issue: IssuePayload, items: readonly DatedItem[]): MappedLinkHistory {
  const standing = Map.groupBy(directedLinksOf(site, issue), ({ other }) => other.key);
  const changes = new Map<string, IssueLinkChangeRow>();
  const problems: MappingProblem[] = [];
  for (const dated of items) {
    if (dated.field !== 'link') continue;
    for (const { action, otherKey, text } of eventsOf(dated)) {
      const meaning = readLinkText(site, text, otherKey);
      const side = meaning === 'unknown' ? sideOfOnly(issue, otherKey, standing.get(otherKey)) : meaning;
      if (side === null) problems.push(unreadable(issue, otherKey, text));
      if (side === null || side === 'no-block') continue;
      const row: IssueLinkChangeRow = {
        issue_id: idOf(site, 'issue', issue.id),
        external_id: dated.entryId,
        at: new Date(dated.at).toISOString(),
        other_key: otherKey,
        action,
        side,
        code: text,
      };
      changes.set([row.external_id, otherKey, action, side].join(' '), row);
    }
  }
  return { changes: [...changes.values()], problems };
}

function eventsOf({ item: { from, fromText, to, toText } }: DatedItem): LinkEvent[] {
  const events: LinkEvent[] = [];
  if (from !== null && fromText !== null) events.push({ action: 'removed', otherKey: from, text: fromText });
  if (to !== null && toText !== null) events.push({ action: 'added', otherKey: to, text: toText });
  return events;
}

/** Only where no other link of any type stands between the two, which the words might be about. */
function sideOfOnly(issue: IssuePayload, otherKey: string, blocking: readonly DirectedLink[] = []): DirectedLink['side'] | null {
  const all = issue.fields.issuelinks.filter(({ inwardIssue, outwardIssue }) => (inwardIssue ?? outwardIssue)?.key === otherKey);
  const [only] = blocking;
  return only !== undefined && all.length === 1 ? only.side : null;
}

function unreadable(issue: IssuePayload, otherKey: string, text: string): MappingProblem {
  return { kind: 'unknown-link-code', subject: `link between ${issue.key} and ${otherKey}`, detail: `nobody has decoded '${text}' yet` };
}
