import type { Mapped } from '../../mapped.ts';
import { listTextMentions } from '../../mentions/list-text-mentions.ts';
import { mentionRows } from '../../mentions/mention-rows.ts';
import { readIssueAddress } from '../../mentions/read-issue-address.ts';
import type { AttachmentNode } from '../queries/attachments.ts';

/** An attachment that names an issue. Its title or subtitle may say who blocks whom: then it did so from its creation on. */
export function mapAttachment({ id, title, subtitle, url, createdAt, issue }: AttachmentNode, connectionId: string): Mapped {
  const address = readIssueAddress(url);
  if (address === null) return { rows: {} };
  const [said] = listTextMentions([title, subtitle ?? ''].map((words) => (words === '' ? '' : `${words} ${url}`)).join('\n'));
  const mentioning = { connectionId, externalId: issue.id, ownSite: readIssueAddress(issue.url)?.site ?? null, seenAt: createdAt };
  const named = [{ ...address, url, side: said?.side ?? null }];
  return {
    rows: { issue_mention: mentionRows(mentioning, named, { place: 'attachment', externalId: id, from: createdAt, evidence: 'link' }) },
  };
}
