import type { SpeedTax, TaxFigures, TeamTax } from '@speedtax/contract';
import type { CompletionSummary, EpisodeSummary, PairIssues, PairQuoteRow, TeamName } from '@speedtax/storage/analytics';
import type { SubjectMeasures } from '../figures/sum-subjects.ts';
import { presentCompletions } from './present-completions.ts';
import { presentPairs, sumImposed } from './present-pairs.ts';
import { addTimes, presentRates, presentTimes, type TaxTimes } from './present-rates.ts';

/** What a window's speed tax is made of, as it was read. */
export interface SpeedTaxFindings {
  readonly teams: ReadonlyMap<string, TeamName>;
  readonly teamSums: readonly SubjectMeasures<'team'>[];
  readonly pairSums: readonly SubjectMeasures<'pair'>[];
  readonly pairIssues: readonly PairIssues[];
  readonly pairQuotes: readonly PairQuoteRow[];
  readonly episodes: readonly EpisodeSummary[];
  readonly completions: readonly CompletionSummary[];
  readonly waitingNow: ReadonlyMap<string, number>;
}

/** Teams, pairs and the company; a team with nothing to tell is there too. */
export function presentSpeedTax(findings: SpeedTaxFindings): Pick<SpeedTax, 'teams' | 'pairs' | 'total'> {
  const { teams, teamSums, pairSums, pairIssues, pairQuotes, episodes, completions, waitingNow } = findings;
  const timesOf = new Map(teamSums.map((sum) => [sum.aId, presentTimes(sum.measures)]));
  const pairs = presentPairs(pairSums, (teamId) => timesOf.get(teamId)?.waitingMs ?? 0, pairIssues, pairQuotes);
  const imposed = sumImposed(pairs);
  const episodesOf = new Map(episodes.map((summary) => [summary.teamId, summary]));

  const teamTaxes = [...teams.values()].map(
    ({ id, externalId, key, name }): TeamTax => ({
      teamId: id,
      externalId,
      key,
      name,
      ...presentFigures({
        times: timesOf.get(id) ?? noTimes,
        imposedMs: imposed.get(id) ?? 0,
        waitingNow: waitingNow.get(id) ?? 0,
        episodes: episodesOf.get(id),
        completions: completions.filter((summary) => summary.teamId === id),
      }),
    }),
  );
  const total = presentFigures({
    times: addTimes([...timesOf.values()]),
    imposedMs: [...imposed.values()].reduce((sum, ms) => sum + ms, 0),
    waitingNow: [...waitingNow.values()].reduce((sum, issues) => sum + issues, 0),
    episodes: episodesOf.get(null),
    completions,
  });
  return { teams: teamTaxes, pairs, total };
}

interface Figures {
  readonly times: TaxTimes;
  readonly imposedMs: number;
  readonly waitingNow: number;
  readonly episodes: EpisodeSummary | undefined;
  readonly completions: readonly CompletionSummary[];
}

const noTimes: TaxTimes = {
  inPlayMs: 0,
  waitingMs: 0,
  waitingStartedMs: 0,
  waitingUnstartedMs: 0,
  blockedBeforePlayMs: 0,
  flaggedMs: 0,
};

function presentFigures({ times, imposedMs, waitingNow, episodes, completions }: Figures): TaxFigures {
  return {
    ...times,
    imposedMs,
    ...presentRates(times),
    issuesWaited: episodes?.issues ?? 0,
    waitingNow,
    episodes: { count: episodes?.count ?? 0, medianMs: roundMaybe(episodes?.medianMs), p85Ms: roundMaybe(episodes?.p85Ms) },
    ...presentCompletions(completions),
  };
}

function roundMaybe(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.round(ms);
}
