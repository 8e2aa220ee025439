import type { OrganizationClock } from '../clock/organization-clock.ts';
import { giveBack } from '../columns/give-back.ts';
import { deriveCompletions } from '../completions/derive-completions.ts';
import { deriveStartedSpans } from '../contributions/derive-started-spans.ts';
import { deriveCourse } from '../courses/derive-course.ts';
import { listDeadlocks } from '../deadlocks/list-deadlocks.ts';
import { deriveEpisodes } from '../episodes/derive-episodes.ts';
import type { Company } from '../facts/company.ts';
import { deriveFlagged } from '../flags/derive-flagged.ts';
import { sumInitiativeFlags } from '../flags/sum-initiative-flags.ts';
import { deriveInPlay } from '../history/in-play.ts';
import { deriveLifelines } from '../history/lifelines.ts';
import { deriveMembership } from '../initiatives/derive-membership.ts';
import { deriveVerdicts } from '../initiatives/derive-verdicts.ts';
import { derivePlays } from '../play/derive-plays.ts';
import { readPlay } from '../play/read-play.ts';
import { deriveQuotes } from '../quotes/derive-quotes.ts';
import { deriveRootTimelines } from '../roots/derive-root-timelines.ts';
import { makeTeamSets } from '../roots/team-sets.ts';
import { sumInitiativeTeams } from '../sums/sum-initiative-teams.ts';
import { sumPairs } from '../sums/sum-pairs.ts';
import { sumPlays } from '../sums/sum-plays.ts';
import { sumTeams } from '../sums/sum-teams.ts';
import { deriveWaits } from '../waiting/derive-waits.ts';
import { deriveLinks } from '../waiting/links.ts';
import { listLinksInForceNow } from '../waiting/list-links-in-force-now.ts';
import type { Analysis } from './analysis.ts';
import { countCoverage } from './count-coverage.ts';

/** Raised with every change that can move a figure: derived rows of another version are rebuilt. */
export const engineVersion = 6;

/**
 * Everything that DOMAIN.md derives from a company's facts. `now` is the data cut-off, in milliseconds since the epoch:
 * nothing after it has happened. The clock must cover every instant from the first issue to `now`. `historiesRead` is called once
 * the steps of issues and the dependencies are not looked at any more: who needs them no longer may give their memory back.
 */
export function analyze(company: Company, clock: OrganizationClock, now: number, historiesRead: () => void = () => {}): Analysis {
  const teamCount = company.ids.teams.length;
  const { lifelines, problems: historyProblems } = deriveLifelines(company, now);
  const { links, problems: linkProblems } = deriveLinks(company.dependencies, company.issues.count, now);
  const teamSets = makeTeamSets(teamCount);
  const timelines = deriveRootTimelines(lifelines, links, teamSets);
  const { waits, blocked, roots } = deriveWaits(lifelines, links, timelines, teamSets, teamCount);
  giveBack([timelines.at, timelines.set]);

  const inForceNow = listLinksInForceNow(lifelines, links);
  const inPlay = deriveInPlay(lifelines);
  const episodes = deriveEpisodes(blocked);
  const completions = deriveCompletions(company, episodes, now);
  const membership = deriveMembership(company);
  const plays = derivePlays(company, membership, { lifelines, links, blocked, completions });
  const flagged = deriveFlagged(company.issues.flagged, inPlay, blocked, now);
  const startedSpans = deriveStartedSpans(lifelines, company.issues.assignee);
  const initiatives = deriveVerdicts(company, lifelines, links, inForceNow, membership);
  const deadlocks = listDeadlocks(links, inForceNow);
  const coverage = countCoverage(company, lifelines);
  giveBack([lifelines.at, lifelines.state]);
  historiesRead();

  const eachPlay = company.initiatives.map((_, n) => readPlay(plays.event.subarray(plays.offset[n], plays.offset[n + 1])));
  const team = sumTeams(clock, { inPlay, blocked, flagged }, teamCount);
  const initiative = sumPlays(clock, eachPlay);
  const initiativeTeam = sumInitiativeTeams(clock, inPlay, blocked, company.issues.project, membership, teamCount);
  const initiativeFlag = sumInitiativeFlags(clock, flagged, company.issues.project, membership);
  for (const { team, from, to } of [inPlay, blocked]) giveBack([team, from, to]);
  const pair = sumPairs(clock, waits, roots, teamCount);
  giveBack([roots.waitingTeam, roots.rootTeam, roots.from, roots.to, roots.share]);

  return {
    waits,
    episodes,
    completions,
    flagged,
    startedSpans,
    quotes: deriveQuotes(clock, waits, teamCount, now),
    sums: {
      team: team.daily(),
      pair: pair.daily(),
      initiative: initiative.daily(),
      initiativeTeam: initiativeTeam.daily(),
      initiativeFlag: initiativeFlag.daily(),
    },
    openSums: {
      team: team.open(),
      pair: pair.open(),
      initiative: initiative.open(),
      initiativeTeam: initiativeTeam.open(),
      initiativeFlag: initiativeFlag.open(),
    },
    initiatives,
    plays,
    courses: company.initiatives.map((facts, n) => deriveCourse(facts, eachPlay[n]!, clock, now)),
    deadlocks,
    coverage,
    problems: [...historyProblems, ...linkProblems],
  };
}
