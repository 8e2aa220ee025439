import { formatInstant } from '../../words/instant.ts';
import { placeInstant, type TimeScale } from '../scale/time-scale.ts';

export interface ClockAlert {
  id: string;
  /** What it said: "4 open external blockers". */
  figure: string;
  raisedAt: string;
  /** Null: it is open. */
  closedAt: string | null;
}

/** Where an alert was raised. */
export interface AlertMark {
  id: string;
  x: number;
  open: boolean;
  says: string;
}

/** More than this many would be a line. */
const mostMarks = 40;

/** The alerts of the drawn time, the latest where there are too many. */
export function markAlerts(alerts: readonly ClockAlert[], scale: TimeScale): AlertMark[] {
  return alerts
    .filter(({ raisedAt }) => Date.parse(raisedAt) >= scale.fromMs && Date.parse(raisedAt) <= scale.toMs)
    .toSorted((a, b) => b.raisedAt.localeCompare(a.raisedAt))
    .slice(0, mostMarks)
    .map(({ id, figure, raisedAt, closedAt }) => ({
      id,
      x: placeInstant(scale, Date.parse(raisedAt)),
      open: closedAt === null,
      says: `alert on ${formatInstant(raisedAt)}: ${figure}; ${closedAt === null ? 'still open' : `until ${formatInstant(closedAt)}`}`,
    }));
}
