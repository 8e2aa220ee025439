import type { MentioningIssue } from '../../mentions/mention-rows.ts';
import { readIssueAddress } from '../../mentions/read-issue-address.ts';
import type { JiraSite } from '../site/jira-site.ts';

export function mentioningIssue({ connectionId, browseUrl }: JiraSite, externalId: string, seenAt: string): MentioningIssue {
  return { connectionId, externalId, ownSite: readIssueAddress(`${browseUrl}/browse/A-1`)?.site ?? null, seenAt };
}
