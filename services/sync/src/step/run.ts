import type { FactPlace } from '@speedtax/storage/facts';
import type { Phase, Tracker } from '@speedtax/trackers';
import type { SyncContext, SyncSettings } from '../context.ts';

/** One job's turn at the sync of one connection. */
export interface Run {
  readonly context: SyncContext;
  readonly settings: SyncSettings;
  readonly place: FactPlace;
  readonly sync: {
    readonly id: string;
    readonly kind: 'backfill' | 'incremental' | 'reconcile' | 'remap' | 'targeted';
    readonly readAt: Date;
  };
  readonly tracker: Tracker;
  /** What was chosen to be read of it; null: all that it shows. */
  readonly scope: { readonly provider: 'linear' | 'jira'; readonly keys: readonly string[] } | null;
  readonly plan: readonly Phase[];
  /** Requests whose number is stored already. */
  notedRequests: number;
  /** Pages written in this turn. */
  pages: number;
  /** Whether it is time to make way: the turn is over, or the process is about to end. */
  isOver(): boolean;
}

/** A phase came to its end, or will be taken up where it stands. */
export type PhaseOutcome = 'complete' | 'paused';
