import type { FactPlace, FactTransaction } from '@speedtax/storage/facts';
import type { Phase, Tracker } from '@speedtax/trackers';

/** The one transaction in which a page of a phase is written. */
export interface PageWrite {
  readonly trx: FactTransaction;
  readonly place: FactPlace;
  readonly syncId: string;
  readonly tracker: Tracker;
  readonly phase: Phase;
  /** Its items come from the tracker, or are kept ones that are mapped again. */
  readonly source: 'tracker' | 'kept';
  /** The instant the sync's evidence holds for. */
  readonly readAt: Date;
  readonly fetchedAt: Date;
  /** Of histories: the last change of each issue that was known when they were asked for, by the tracker's id. */
  readonly changedAt?: ReadonlyMap<string, Date>;
}

/** Whether this tracker is asked by their ids for issues that others name. */
export function asksByName({ plan }: Tracker): boolean {
  return plan.some(({ reading }) => reading === 'unseen');
}
