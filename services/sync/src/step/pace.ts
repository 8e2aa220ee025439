import { type FactPlace, type FactTransaction, openSyncCursor, type SyncCursor } from '@speedtax/storage/facts';
import { z } from 'zod';

const pacePhase = 'pace';

const position = z.object({ notBefore: z.number(), failures: z.number() });
/** When the connection's tracker may be asked again (epoch milliseconds), and how often in a row it gave no answer. */
export type Pace = z.infer<typeof position>;

export const freePace: Pace = { notBefore: 0, failures: 0 };

/** Kept with the cursors, so that a restarted process does not ask too early. */
export function paceAmong(cursors: readonly SyncCursor[]): Pace {
  const kept = position.safeParse(cursors.find(({ phase }) => phase === pacePhase)?.position);
  return kept.success ? kept.data : freePace;
}

export async function storePace(trx: FactTransaction, place: FactPlace, syncId: string, pace: Pace): Promise<void> {
  await openSyncCursor(trx, place, { phase: pacePhase, syncId, position: pace });
}
