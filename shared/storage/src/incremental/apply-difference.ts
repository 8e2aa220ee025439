import type { AnalysisDifference, InitiativeFacts, OrganizationClock, ToldWait } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { repack } from '../derived/repack.ts';
import type { DerivedTables, Tables } from '../tables.ts';
import { applyFlags } from './apply-flags.ts';
import { applyOpenSums } from './apply-open-sums.ts';
import { changePlay, writePlays } from './apply-plays.ts';
import { applySums } from './apply-sums.ts';
import { applyBlockers, applyDeadlocks, applyIssueCounts, applyOwnership } from './apply-verdicts.ts';
import { deleteKeys } from './delete-keys.ts';
import type { SmallPlans } from './load-small-plans.ts';
import type { Plays } from './read-plays.ts';
import { renewQuotes } from './renew-quotes.ts';

/** How each derived table follows a small sync: a new one does not compile before it says so here. */
export const followedBy = {
  analysis: 'written with its coverage',
  identity: 'the same, or the whole is analyzed',
  wait_year: 'rows that differ',
  wait_episode: 'rows that differ',
  flagged_span: 'rows that differ',
  completion_year: 'rows that differ',
  started_span_year: 'rows that differ',
  pair_quote: 'anew, of pairs that changed or stand no more',
  team_month_sum: 'what came less what went',
  pair_month_sum: 'what came less what went',
  initiative_team_month_sum: 'what came less what went',
  initiative_flag_month_sum: 'what came less what went',
  open_sum: 'what came less what went; of initiatives from their play',
  initiative_month_sum: 'from the play of those touched',
  initiative_play: 'events that differ',
  initiative_course: 'from the play of those touched',
  initiative_verdict: 'counts by what came less what went, ownership from all plans',
  initiative_blocker: 'rows that differ',
  deadlock: 'cycles that differ, numbered anew',
} as const satisfies Record<keyof DerivedTables, string>;

export interface Following {
  readonly difference: AnalysisDifference;
  /** Of the small company as it is: waits that begin at the former cut-off count from now on. */
  readonly begunWaits: readonly ToldWait[];
  readonly plans: SmallPlans;
  /** Of the initiatives that the difference names, and those whose plans changed. */
  readonly plays: Plays;
  readonly plansChanged: boolean;
  readonly clock: OrganizationClock;
  readonly now: number;
}

/** Brings what was derived up to date. @throws DoubtError, InexactSumError: then nothing of the transaction may stay */
export async function applyDifference(trx: Transaction<Tables>, derived: DerivedKey, following: Following): Promise<void> {
  const { difference, begunWaits, plans, plays, plansChanged, clock, now } = following;
  const { rows, sums, openSums, initiatives } = difference;
  await repack(
    trx,
    derived,
    { waits: rows.waits.gone, completions: rows.completions.gone, startedSpans: rows.startedSpans.gone },
    { waits: rows.waits.come, completions: rows.completions.come, startedSpans: rows.startedSpans.come },
  );
  await applyEpisodes(trx, derived, rows.episodes);
  await applyFlags(trx, derived, rows.flagged);
  await applySums(trx, derived, sums);
  await applyOpenSums(trx, derived, openSums);
  const changes = new Map(initiatives.map((change) => [change.initiativeId, change]));
  await writePlays(
    trx,
    derived,
    [...plays].map(([id, before]) => ({
      id,
      facts: plans.initiatives[plans.initiativeIds.indexOf(id)] as InitiativeFacts,
      before,
      after: changePlay(before, changes.get(id) ?? { gone: [], come: [] }),
    })),
    { clock, now },
  );
  await applyIssueCounts(trx, derived.organization_id, initiatives);
  if (plansChanged) await applyOwnership(trx, derived.organization_id);
  await applyBlockers(trx, derived, rows.blockers);
  await applyDeadlocks(trx, derived, rows.deadlocks);
  await renewQuotes(trx, derived, [...rows.waits.gone, ...rows.waits.come, ...begunWaits], clock, now);
}

async function applyEpisodes(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  { gone, come }: AnalysisDifference['rows']['episodes'],
): Promise<void> {
  const keyOf = ({ issueId, from }: { issueId: string; from: number }) => ({ issue_id: issueId, from_at: new Date(from) });
  await deleteKeys(trx, derived.organization_id, 'wait_episode', { issue_id: 'uuid', from_at: 'timestamptz' }, gone.map(keyOf));
  await upsertRows(
    trx,
    'wait_episode',
    come.map((episode) => ({
      ...derived,
      ...keyOf(episode),
      team_id: episode.teamId,
      to_at: Number.isFinite(episode.to) ? new Date(episode.to) : null,
      blocking_team_ids: episode.blockingTeamIds as string[],
    })),
  );
}
