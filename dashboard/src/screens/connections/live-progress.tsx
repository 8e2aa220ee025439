'use client';

import { isRunning, useLiveSync } from '../../frame/live-sync.tsx';
import { prepareRate, sayProgress, shareDone } from '../../frame/prepare-sync-state.ts';
import classes from './connection.module.css';

/** How far the reading of one tracker is, as it happens; nothing while it is at rest. */
export function LiveProgress({ id }: { id: string }) {
  const event = useLiveSync().progress.get(id);
  if (!event || !isRunning(event)) return null;
  const share = shareDone(event);
  return (
    <div className={classes.progress} aria-live="polite">
      <span>{sayProgress(event)}</span>
      <span className={classes.quiet}>{prepareRate(event, Date.now())}</span>
      <span
        className={classes.bar}
        role="progressbar"
        aria-label="Progress of this phase"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <span style={{ transform: `scaleX(${share ?? 0})` }} />
      </span>
    </div>
  );
}
