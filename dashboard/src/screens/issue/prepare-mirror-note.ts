import type { IssueWaits } from '@speedtax/contract';
import { issueLink, type KeptView } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';

/** " · the same as PAY-5 in another tracker, which figures count": nothing where no other tracker keeps it. */
export function prepareMirrorNote({ mirrors }: IssueWaits, view: KeptView): SentencePart[] {
  return mirrors.flatMap(({ issue: other, counted }): SentencePart[] => [
    ' · the same as ',
    { text: other.key, href: issueLink(other.issueId, view), exact: other.title },
    counted ? ' in another tracker, which figures count instead' : ' in another tracker, which figures leave out',
  ]);
}
