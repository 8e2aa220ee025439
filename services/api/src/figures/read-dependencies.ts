import type { DependencyDescription } from '@speedtax/contract';
import { type DependencyTheme, sameThemeWaitsMinimum, type TeamPair } from '@speedtax/domain';
import {
  countTeamsByLabel,
  listIssueSummaries,
  listPairIssues,
  listPairThemes,
  listTeamNames,
  summarizePairWaits,
} from '@speedtax/storage/analytics';
import { presentDependency } from '../present/present-dependency.ts';
import type { FigureWindow } from './figure-window.ts';
import type { FigureBasis } from './read-figures.ts';

/** As many issues are shown as evidence of each dependency; the list of issues has them all. */
const evidenceIssues = 10;

/** What kind of dependency each of these pairs is in a window; a pair without a wait is left out. */
export async function readDependencies(
  { trx, organizationId }: FigureBasis,
  { instants }: FigureWindow,
  pairs: readonly TeamPair[],
): Promise<DependencyDescription[]> {
  const summaries = await summarizePairWaits(trx, organizationId, instants, pairs);
  const themes = await listPairThemes(trx, organizationId, instants, { pairs, minimumWaits: sameThemeWaitsMinimum });
  const labels = new Set(themes.filter((theme) => theme.kind === 'label').map((theme) => theme.name));
  const teamsOfLabel = await countTeamsByLabel(trx, organizationId, [...labels]);
  const waited = await listPairIssues(trx, organizationId, instants, { pairs, limit: evidenceIssues });
  const issues = await listIssueSummaries(
    trx,
    organizationId,
    waited.map((issue) => issue.issueId),
  );
  const teamCount = (await listTeamNames(trx, organizationId)).size;

  const themesOf = Map.groupBy(themes, keyOf);
  const waitedOf = Map.groupBy(waited, keyOf);
  return summaries.map((summary) =>
    presentDependency(summary, {
      themes: (themesOf.get(keyOf(summary)) ?? []).map(
        ({ kind, name, waits }): DependencyTheme => ({ kind, name, waits, teams: kind === 'label' ? (teamsOfLabel.get(name) ?? 0) : null }),
      ),
      teamCount,
      evidence: waitedOf.get(keyOf(summary)) ?? [],
      issues,
    }),
  );
}

function keyOf({ waitingTeamId, blockingTeamId }: TeamPair): string {
  return `${waitingTeamId} ${blockingTeamId}`;
}
