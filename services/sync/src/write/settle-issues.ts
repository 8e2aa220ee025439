import { settleDependencies } from '@speedtax/domain';
import { type FactPlace, type FactTransaction, listDependencyEvidence, replaceDependencies } from '@speedtax/storage/facts';
import { rememberGoneLinks } from './remember-gone-links.ts';

/** Settles when blockers blocked, for every link that has one of the issues at an end. To be called whenever a page changed what is known of it. */
export async function settleIssues(trx: FactTransaction, place: FactPlace, issueIds: readonly string[], readAt: Date): Promise<void> {
  if (issueIds.length === 0) return;
  const evidence = await listDependencyEvidence(trx, place, issueIds);
  const links = rememberGoneLinks(evidence, readAt.getTime());
  await replaceDependencies(trx, place, issueIds, settleDependencies(links, evidence.changes));
}
