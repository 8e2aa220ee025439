import type { Mapped } from '../../mapped.ts';
import { mentionRows } from '../../mentions/mention-rows.ts';
import { readIssueAddress } from '../../mentions/read-issue-address.ts';
import { sideOfPhrase } from '../../mentions/side-of-words.ts';
import { remoteLinksPayload } from '../payloads/remote-link.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { readRemoteLinked } from '../site/learning/learn-remote-links.ts';
import { mentioningIssue } from './mentioning-issue.ts';

/** Remote links that name issues. Their relationship says who blocks whom; the history of their issue, which is the companion, since when. */
export function mapRemoteLinks(site: JiraSite, item: unknown, companion: unknown): Mapped {
  const { data } = remoteLinksPayload.safeParse(item);
  const linked = readRemoteLinked(companion);
  if (!data || !linked) return { rows: {} };
  const dates = new Map(linked.links.map((link) => [link.id, link]));
  const rows = data.remoteLinks.flatMap(({ id, relationship, url }) => {
    const address = readIssueAddress(url);
    const from = dates.get(id)?.addedAt;
    if (address === null || from === undefined) return [];
    const named = { ...address, url, side: relationship === null ? null : sideOfPhrase(relationship) };
    const mentioning = mentioningIssue(site, data.id, from);
    return mentionRows(mentioning, [named], { place: 'remote_link', externalId: `link ${id}`, from, evidence: 'link' });
  });
  return { rows: { issue_mention: rows } };
}
