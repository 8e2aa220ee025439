import {
  countIssuesBehind,
  type FactTransaction,
  giveUpHistories,
  type KeptHistories,
  listIssuesBehind,
  listKeptBehind,
} from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import { keptHistoriesOf } from '../write/store-histories.ts';
import type { Run } from './run.ts';

/** Something whose history is to be read. `id` orders them; the tracker knows them by `externalId`. */
export interface Behind {
  readonly id: string;
  readonly externalId: string;
  /** Its last change that is known. */
  readonly updatedAt?: Date;
}

/** What a phase of histories reads the histories of. */
export interface BehindSource {
  list(afterId: string | null, limit: number): Promise<Behind[]>;
  count(trx: FactTransaction): Promise<number>;
  /** The tracker does not tell these. */
  giveUp(trx: FactTransaction, missing: readonly Behind[]): Promise<void>;
}

export function sourceOf(run: Run, phase: Phase): BehindSource {
  const kept = keptHistoriesOf(phase);
  return kept ? keptSource(run, kept) : issueSource(run, phase);
}

function issueSource({ context, place }: Run, phase: Phase): BehindSource {
  const linkedOnly = phase.of === 'linked-issues';
  return {
    list: (afterId, limit) =>
      context.database.inOrganization(place.organizationId, (trx) => listIssuesBehind(trx, place, { afterId, linkedOnly, limit }), {
        readOnly: true,
      }),
    count: (trx) => countIssuesBehind(trx, place),
    giveUp: (trx, missing) =>
      giveUpHistories(
        trx,
        place,
        missing.map(({ id }) => id),
      ),
  };
}

/** Of plans, and of what issues tell only by themselves: that it is behind is told by what is kept. They are few, and are asked for again. */
function keptSource({ context, place }: Run, kept: KeptHistories): BehindSource {
  return {
    async list(afterId, limit) {
      const ids = await context.database.inOrganization(
        place.organizationId,
        (trx) => listKeptBehind(trx, place, kept, { afterId, limit }),
        { readOnly: true },
      );
      return ids.map((id) => ({ id, externalId: id }));
    },
    count: async () => 0,
    giveUp: async () => {},
  };
}
