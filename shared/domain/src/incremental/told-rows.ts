import type { Analysis, InitiativeBlocker } from '../analysis/analysis.ts';
import { anatomies, completionFlag, waitPhases } from '../analysis/analysis.ts';
import type { Company, IdColumn } from '../facts/company.ts';

/** The intervals of an analysis as rows that name things by id: for a few issues, where columns of a million would be a burden. Instants in milliseconds. */
export interface ToldRows {
  readonly waits: readonly ToldWait[];
  readonly episodes: readonly ToldEpisode[];
  readonly completions: readonly ToldCompletion[];
  readonly startedSpans: readonly ToldSpan[];
  readonly flagged: readonly ToldFlag[];
  readonly blockers: readonly ToldBlocker[];
  /** Each as its issues in ascending order. */
  readonly deadlocks: readonly (readonly string[])[];
}

export interface ToldWait {
  readonly issueId: string;
  readonly from: number;
  /** Infinity: to this day. */
  readonly to: number;
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly share: number;
  readonly phase: (typeof waitPhases)[number];
  readonly anatomy: (typeof anatomies)[number];
  readonly blockerIssueIds: readonly string[];
}

export interface ToldEpisode {
  readonly issueId: string;
  readonly teamId: string;
  readonly from: number;
  readonly to: number;
  /** Whoever blocked at some time of it, in ascending order. */
  readonly blockingTeamIds: readonly string[];
}

export interface ToldCompletion {
  readonly issueId: string;
  readonly teamId: string;
  readonly at: number;
  readonly waited: boolean;
  readonly reopened: boolean;
  readonly isDefect: boolean;
  /** The issue was completed more than once. */
  readonly isRepeated: boolean;
}

export interface ToldSpan {
  readonly issueId: string;
  /** Today's project of the issue. */
  readonly projectId: string | null;
  readonly personId: string | null;
  readonly from: number;
  readonly to: number;
}

/** When an issue was flagged while a team owned it. */
export interface ToldFlag {
  readonly issueId: string;
  readonly teamId: string;
  readonly from: number;
  readonly to: number;
}

export interface ToldBlocker extends Pick<InitiativeBlocker, 'external' | 'since'> {
  readonly initiativeId: string;
  readonly issueId: string;
  readonly blockedIssueIds: readonly string[];
}

/** `company`: in ascending order of ids, as all that is read from storage. */
export function tellRows({ ids, issues }: Company, analysis: Analysis): ToldRows {
  const nameOf = (names: IdColumn, place: number): string => names.at(place) as string;
  const maybe = (names: readonly string[], place: number): string | null => names[place] ?? null;
  const { waits, episodes, completions, startedSpans, flagged } = analysis;
  const rowsOf = ({ count }: { readonly count: number }): number[] => Array.from({ length: count }, (_, row) => row);

  const toldWaits = rowsOf(waits).map((row) => ({
    issueId: nameOf(ids.issues, waits.issue[row]!),
    from: waits.from[row]!,
    to: waits.to[row]!,
    waitingTeamId: nameOf(ids.teams, waits.waitingTeam[row]!),
    blockingTeamId: nameOf(ids.teams, waits.blockingTeam[row]!),
    share: waits.share[row]!,
    phase: waitPhases[waits.phase[row]!]!,
    anatomy: anatomies[waits.anatomy[row]!]!,
    blockerIssueIds: Array.from(waits.blocker.subarray(waits.blockerOffset[row], waits.blockerOffset[row + 1]), (issue) =>
      nameOf(ids.issues, issue),
    ),
  }));
  const waitsOfIssue = Map.groupBy(toldWaits, ({ issueId }) => issueId);
  const completionsOfIssue = Map.groupBy(rowsOf(completions), (row) => completions.issue[row]!);
  return {
    waits: toldWaits,
    episodes: rowsOf(episodes).map((row) => {
      const [issueId, teamId] = [nameOf(ids.issues, episodes.issue[row]!), nameOf(ids.teams, episodes.team[row]!)];
      const [from, to] = [episodes.from[row]!, episodes.to[row]!];
      const within = waitsOfIssue.get(issueId)!.filter((wait) => wait.from >= from && wait.to <= to);
      return { issueId, teamId, from, to, blockingTeamIds: [...new Set(within.map(({ blockingTeamId }) => blockingTeamId))].sort() };
    }),
    completions: rowsOf(completions).map((row) => ({
      issueId: nameOf(ids.issues, completions.issue[row]!),
      teamId: nameOf(ids.teams, completions.team[row]!),
      at: completions.at[row]!,
      waited: (completions.flags[row]! & completionFlag.waited) !== 0,
      reopened: (completions.flags[row]! & completionFlag.reopened) !== 0,
      isDefect: (completions.flags[row]! & completionFlag.defect) !== 0,
      isRepeated: completionsOfIssue.get(completions.issue[row]!)!.length > 1,
    })),
    startedSpans: rowsOf(startedSpans).map((row) => ({
      issueId: nameOf(ids.issues, startedSpans.issue[row]!),
      projectId: maybe(ids.projects, issues.project[startedSpans.issue[row]!]!),
      personId: maybe(ids.people, startedSpans.person[row]!),
      from: startedSpans.from[row]!,
      to: startedSpans.to[row]!,
    })),
    flagged: rowsOf(flagged).map((row) => ({
      issueId: nameOf(ids.issues, flagged.issue[row]!),
      teamId: nameOf(ids.teams, flagged.team[row]!),
      from: flagged.from[row]!,
      to: flagged.to[row]!,
    })),
    blockers: analysis.initiatives.flatMap(({ blockers }, initiative) =>
      blockers.map(({ issue, external, since, blockedIssues }) => ({
        initiativeId: nameOf(ids.initiatives, initiative),
        issueId: nameOf(ids.issues, issue),
        external,
        since,
        blockedIssueIds: blockedIssues.map((blocked) => nameOf(ids.issues, blocked)),
      })),
    ),
    deadlocks: analysis.deadlocks.map((cycle) => cycle.map((issue) => nameOf(ids.issues, issue))),
  };
}
