import type { IssueWaits } from '@speedtax/contract';
import type { KeptView } from '../../address/links.ts';
import { formatInstantIn } from '../../words/instant-in.ts';
import { type IssuePlace, placeIssue } from './prepare-interval-rows.ts';

export interface LinkRow {
  key: string;
  relation: string;
  issue: IssuePlace;
  team: string;
  from: string;
  to: string;
  crossTeam: string;
  foundIn: string;
  evidence: string;
}

const evidenceWords = {
  link: 'the link’s own date',
  history: 'the issue’s history',
  seen: 'when it was first seen: not taxed before',
  unknown: 'none: not taxed before it is known',
} as const;

export const foundInWords = {
  relation: 'a relation',
  link: 'a link',
  attachment: 'an attachment',
  remote_link: 'a remote link',
  text: 'a description',
} as const;

/** The dependencies of an issue, as the tracker tells them, with what their dates rest on. */
export function prepareLinkRows({ links }: IssueWaits, timeZone: string, view: KeptView): LinkRow[] {
  return links.map((link, index) => ({
    key: `${index} ${link.issue.issueId}`,
    relation: link.direction === 'blocked_by' ? 'blocked by' : 'blocks',
    issue: placeIssue(link.issue, view),
    team: link.issue.teamName ?? 'not known',
    from: link.from ? formatInstantIn(timeZone, link.from) : 'not known',
    to: link.to ? formatInstantIn(timeZone, link.to) : 'still stands',
    crossTeam: link.crossTeam === null ? 'a team is not known' : link.crossTeam ? 'across teams' : 'within the team',
    foundIn: foundInWords[link.foundIn],
    evidence: evidenceWords[link.startEvidence],
  }));
}
