import type { IssueMentionRow } from '../../fact-rows.ts';
import { mentionRows, syncRow } from '../../mentions/mention-rows.ts';
import { readIssueAddress } from '../../mentions/read-issue-address.ts';
import type { IssueNode } from '../queries/issues.ts';

/** What an issue's description names, and what the workspace keeps it alike with. Any edit moves `updatedAt`: the text is no younger. */
export function mentionsOf(node: IssueNode, connectionId: string): IssueMentionRow[] {
  const ownSite = readIssueAddress(node.url ?? '')?.site ?? null;
  const issue = { connectionId, externalId: node.id, ownSite, seenAt: node.updatedAt };
  const alike = (node.syncedWith ?? []).filter(({ service }) => service === 'jira').map(({ id }) => syncRow(issue, id));
  return [...mentionRows(issue, node.mentions ?? [], { place: 'text' }), ...alike];
}
