import { z } from 'zod';
import { keptMentions } from '../../mentions/mention-rows.ts';
import { issueLinkPayload, mentionedIssue } from './issue-link.ts';
import { issueTypePayload } from './issue-type.ts';
import { namedPayload } from './named.ts';
import { projectPayload } from './project.ts';
import { instant, jiraId, listOf, maybeDay, maybeInstant, maybeText, orNull, text } from './scalars.ts';
import { statusPayload } from './status.ts';
import { maybeUser } from './user.ts';

const issueFields = z.looseObject({
  summary: maybeText,
  status: statusPayload,
  issuetype: issueTypePayload,
  project: projectPayload,
  created: instant,
  /** Some sites leave it out. */
  updated: maybeInstant,
  assignee: maybeUser,
  creator: maybeUser,
  reporter: maybeUser,
  priority: orNull(namedPayload),
  resolution: orNull(namedPayload),
  resolutiondate: maybeInstant,
  statuscategorychangedate: maybeInstant,
  duedate: maybeDay,
  labels: listOf(text),
  components: listOf(namedPayload),
  issuelinks: listOf(issueLinkPayload),
  parent: orNull(mentionedIssue),
});

/** An issue of any level, with the fields that were asked for; custom fields by their id, unread. */
export const issuePayload = z
  .object({ id: jiraId, key: text, fields: issueFields, /** In the place of its description. */ mentions: keptMentions })
  .transform(({ fields, ...issue }) => ({ ...issue, fields, custom: customFieldsOf(fields) }));
export type IssuePayload = z.infer<typeof issuePayload>;

function customFieldsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const custom: Record<string, unknown> = {};
  for (const id in fields) if (id.startsWith('customfield_') && fields[id] !== null) custom[id] = fields[id];
  return custom;
}
