import { z } from 'zod';
import { issueTypePayload } from './issue-type.ts';
import { linkTypePayload } from './link-type.ts';
import { namedPayload } from './named.ts';
import { jiraId, maybeText, orNull, text } from './scalars.ts';
import { statusPayload } from './status.ts';

/** An issue as another one tells of it: a far end of a link, or a parent. */
export const mentionedIssue = z.object({
  id: orNull(jiraId),
  key: text,
  fields: orNull(
    z.object({
      summary: maybeText,
      status: orNull(statusPayload),
      priority: orNull(namedPayload),
      issuetype: orNull(issueTypePayload),
    }),
  ),
});
export type MentionedIssue = z.infer<typeof mentionedIssue>;

/** A link as one of its ends has it: the end that is not named is the issue itself. It carries no date. */
export const issueLinkPayload = z.object({
  id: jiraId,
  type: linkTypePayload,
  inwardIssue: orNull(mentionedIssue),
  outwardIssue: orNull(mentionedIssue),
});
export type IssueLinkPayload = z.infer<typeof issueLinkPayload>;
