import type { Coverage } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatShare } from '../../words/share.ts';

/** "98 % of 6,000 issues and 400 dependencies are known without a gap." */
export function prepareCoverageSentence({
  covered,
  issues,
  dependencies,
}: Pick<Coverage, 'covered' | 'issues' | 'dependencies'>): SentencePart[] {
  if (covered === null) return ['Nothing has been read yet, so nothing is known.'];
  const [ofIssues, ofDependencies] = [issues, dependencies].map((n) => n.toLocaleString('en-US'));
  return [{ text: formatShare(covered) }, ` of ${ofIssues} issues and ${ofDependencies} dependencies are known without a gap.`];
}
