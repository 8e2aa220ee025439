import type { IssueWaits } from '@speedtax/contract';
import type { KeptView } from '../../address/links.ts';
import { formatInstantIn } from '../../words/instant-in.ts';
import { type IssuePlace, placeIssue } from './prepare-interval-rows.ts';
import { foundInWords } from './prepare-link-rows.ts';

export interface MentionRow {
  key: string;
  relation: string;
  issueKey: string;
  /** Null: it has not been read. */
  issue: IssuePlace | null;
  url: string | null;
  foundIn: string;
  from: string;
  to: string;
}

/** Issues of another tracker that name this one or are named by it, and nobody says who blocks whom. */
export function prepareMentionRows({ mentions }: IssueWaits, timeZone: string, view: KeptView): MentionRow[] {
  return mentions.map((mention, index) => ({
    key: `${index} ${mention.key}`,
    relation: mention.namedBy === 'this' ? 'names' : 'is named by',
    issueKey: mention.issue?.key ?? mention.key,
    issue: mention.issue && placeIssue(mention.issue, view),
    url: mention.issue?.url ?? (mention.namedBy === 'this' ? mention.url : null),
    foundIn: foundInWords[mention.foundIn],
    from: formatInstantIn(timeZone, mention.from),
    to: mention.to ? formatInstantIn(timeZone, mention.to) : 'still there',
  }));
}
