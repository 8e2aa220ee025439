import {
  anatomies,
  type CompanyIds,
  type CompletionColumns,
  completionFlag,
  type EpisodeColumns,
  type WaitColumns,
  waitPhases,
} from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import { type DerivedKey, maybeInstant } from './derived-key.ts';

export function* waitRows(derived: DerivedKey, ids: CompanyIds, waits: WaitColumns): Generator<Insertable<Tables['wait']>> {
  for (let row = 0; row < waits.count; row++) {
    yield {
      ...derived,
      issue_id: idOf(ids.issues, waits.issue, row),
      from_at: new Date(waits.from[row] as number),
      to_at: maybeInstant(waits.to[row] as number),
      waiting_team_id: idOf(ids.teams, waits.waitingTeam, row),
      blocking_team_id: idOf(ids.teams, waits.blockingTeam, row),
      share: waits.share[row] as number,
      phase: nameOf(waitPhases, waits.phase, row),
      anatomy: nameOf(anatomies, waits.anatomy, row),
      blocker_issue_ids: Array.from(
        waits.blocker.subarray(waits.blockerOffset[row], waits.blockerOffset[row + 1]),
        (issue) => ids.issues[issue] as string,
      ),
    };
  }
}

export function* episodeRows(
  derived: DerivedKey,
  ids: CompanyIds,
  episodes: EpisodeColumns,
): Generator<Insertable<Tables['wait_episode']>> {
  for (let row = 0; row < episodes.count; row++) {
    yield {
      ...derived,
      issue_id: idOf(ids.issues, episodes.issue, row),
      team_id: idOf(ids.teams, episodes.team, row),
      from_at: new Date(episodes.from[row] as number),
      to_at: maybeInstant(episodes.to[row] as number),
    };
  }
}

export function* completionRows(
  derived: DerivedKey,
  ids: CompanyIds,
  completions: CompletionColumns,
): Generator<Insertable<Tables['issue_completion']>> {
  for (let row = 0; row < completions.count; row++) {
    const flags = completions.flags[row] as number;
    yield {
      ...derived,
      issue_id: idOf(ids.issues, completions.issue, row),
      team_id: idOf(ids.teams, completions.team, row),
      at: new Date(completions.at[row] as number),
      waited: (flags & completionFlag.waited) !== 0,
      reopened: (flags & completionFlag.reopened) !== 0,
      is_defect: (flags & completionFlag.defect) !== 0,
    };
  }
}

function idOf(ids: readonly string[], column: Int32Array, row: number): string {
  return ids[column[row] as number] as string;
}

function nameOf<N extends string>(names: readonly N[], column: Uint8Array, row: number): N {
  return names[column[row] as number] as N;
}
