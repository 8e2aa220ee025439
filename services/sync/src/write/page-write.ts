import type { FactPlace, FactTransaction } from '@speedtax/storage/facts';
import type { Phase, Tracker } from '@speedtax/trackers';

/** The one transaction in which a page of a phase is written. */
export interface PageWrite {
  readonly trx: FactTransaction;
  readonly place: FactPlace;
  readonly syncId: string;
  readonly tracker: Tracker;
  readonly phase: Phase;
  /** The instant the sync's evidence holds for. */
  readonly readAt: Date;
  readonly fetchedAt: Date;
}
