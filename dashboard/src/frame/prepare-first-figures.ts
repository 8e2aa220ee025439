import type { Coverage } from '@speedtax/contract';

const count = new Intl.NumberFormat('en-US');

/** Said above every page while histories are missing; null when they are all there. */
export function prepareFirstFigures({ issues, issuesWithoutHistory }: Pick<Coverage, 'issues' | 'issuesWithoutHistory'>): string | null {
  if (issuesWithoutHistory === 0) return null;
  const share =
    issuesWithoutHistory === issues ? `all ${count.format(issues)}` : `${count.format(issuesWithoutHistory)} of ${count.format(issues)}`;
  return `First figures: the histories of ${share} issues are still to be read. Until then only their own dates count, so waiting may show too low.`;
}
