import type { AlertKind } from '@speedtax/contract';

interface Measured {
  kind: AlertKind;
  withinDays: number;
}

const kinds: Record<AlertKind, string> = {
  external_blockers: 'open external blockers',
  blocker_rise: 'more external blockers',
  overdue_waits: 'waits longer than 85 % of their pair',
  stalled: 'days stalled',
  ownership: 'nobody alone accountable',
  deadlock: 'issues in a deadlock',
  date_conflict: 'blockers due too late',
  team_tax: '% speed tax',
};

/** "3 or more open external blockers": when a rule raises an alert. */
export function sayRule({ kind, level, withinDays }: Measured & { level: number }): string {
  if (kind === 'ownership') return 'the owner is lost, shared or part-time';
  if (kind === 'blocker_rise') return `${level} or more external blockers more within ${sayDays(withinDays)}`;
  if (kind === 'team_tax') return `a speed tax of ${level} % or more over ${sayDays(withinDays)}`;
  return `${level} or more ${kinds[kind]}`;
}

/** "4 open external blockers": what it measures now. */
export function sayFigure({ kind, withinDays }: Measured, value: number): string {
  if (kind === 'ownership') return value > 0 ? kinds.ownership : 'one person is accountable';
  const rounded = kind === 'team_tax' ? Math.round(value * 10) / 10 : Math.floor(value);
  if (kind === 'blocker_rise') return `${rounded} more external ${rounded === 1 ? 'blocker' : 'blockers'} within ${sayDays(withinDays)}`;
  if (kind === 'team_tax') return `${rounded} % speed tax over ${sayDays(withinDays)}`;
  if (rounded !== 1) return `${rounded} ${kinds[kind]}`;
  return `1 ${kinds[kind].replace('blockers', 'blocker').replace('waits', 'wait').replace('days', 'day').replace('issues', 'issue')}`;
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
