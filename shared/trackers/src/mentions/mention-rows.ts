import { z } from 'zod';
import { deriveId } from '../derive-id.ts';
import type { IssueMentionRow } from '../fact-rows.ts';
import type { IssueAddress } from './read-issue-address.ts';
import type { MentionSide } from './side-of-words.ts';

/** A mention as it is kept of a text: the text itself is nobody's business. */
export const keptMention = z.object({
  site: z.string(),
  key: z.string(),
  url: z.string(),
  side: z.enum(['blocker', 'blocked']).nullable(),
});
export type KeptMention = z.infer<typeof keptMention>;
export const keptMentions = z.array(keptMention).nullish();

/** Whose mention it is. */
export interface MentioningIssue {
  readonly connectionId: string;
  /** The tracker's id. */
  readonly externalId: string;
  /** Where its own tracker lives; null: not known. Addresses of its neighbours say nothing that their tracker does not. */
  readonly ownSite: string | null;
  /** Since when its text must be what it is. */
  readonly seenAt: string;
}

export interface NamedIssue extends IssueAddress {
  readonly url: string;
  readonly side: MentionSide;
}

interface Found {
  readonly place: IssueMentionRow['place'];
  /** The tracker's own id of it, where it has one. */
  readonly externalId?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly evidence?: IssueMentionRow['evidence'];
}

/** Rows of the issues that an issue names in one place. */
export function mentionRows(issue: MentioningIssue, named: readonly NamedIssue[], found: Found): IssueMentionRow[] {
  return named.filter(({ site }) => site !== issue.ownSite).map((one) => mentionRow(issue, one, found));
}

/** An issue that its tracker keeps alike with one of another, of which it tells the id alone. */
export function syncRow(issue: MentioningIssue, farExternalId: string): IssueMentionRow {
  const none = { site: null, key: null, url: null, side: null };
  return { ...mentionRow(issue, none, { place: 'sync', externalId: `sync ${farExternalId}` }), far_external_id: farExternalId };
}

interface Named {
  readonly site: string | null;
  readonly key: string | null;
  readonly url: string | null;
  readonly side: MentionSide;
}

function mentionRow(
  { connectionId, externalId: issueId, seenAt }: MentioningIssue,
  { site, key, url, side }: Named,
  { place, externalId, from = null, to = null, evidence = 'seen' }: Found,
): IssueMentionRow {
  const name = externalId ?? `${place} ${side ?? 'names'} ${site}/${key}`;
  return {
    id: deriveId(connectionId, 'mention', externalId ?? `${issueId} ${name}`),
    external_id: name,
    issue_id: deriveId(connectionId, 'issue', issueId),
    place,
    site,
    key,
    far_external_id: null,
    url,
    side,
    stub_id: deriveId(connectionId, 'issue', `${site}/${key}`),
    from_at: from,
    to_at: to,
    evidence,
    seen_at: seenAt,
  };
}
