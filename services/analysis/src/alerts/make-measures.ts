import type { AlertKind } from '@speedtax/domain';
import type { AlertRuleRow, WatchedSubject } from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { type Figure, noFigure } from './figure.ts';
import { measureBlockers } from './measures/measure-blockers.ts';
import { measureConflicts } from './measures/measure-conflicts.ts';
import { measureDeadlocks } from './measures/measure-deadlocks.ts';
import { measureOverdue } from './measures/measure-overdue.ts';
import { measureOwnership } from './measures/measure-ownership.ts';
import { measureStalled } from './measures/measure-stalled.ts';
import { measureTax } from './measures/measure-tax.ts';
import type { Finding } from './observe-alerts.ts';

export interface MeasureScope extends Finding {
  readonly trx: DatabaseTransaction;
  readonly subjects: readonly WatchedSubject[];
  /** Of a tax: over how many days. */
  readonly withinDays: number;
}

/** By subject; one that is left out has none. */
export type Measure = (scope: MeasureScope) => Promise<Map<string, Figure>>;

const measureOf: Record<AlertKind, Measure> = {
  external_blockers: measureBlockers,
  blocker_rise: measureBlockers,
  overdue_waits: measureOverdue,
  stalled: measureStalled,
  ownership: measureOwnership,
  deadlock: measureDeadlocks,
  date_conflict: measureConflicts,
  team_tax: measureTax,
};

export interface Measures {
  figureOf(rule: Pick<AlertRuleRow, 'kind' | 'within_days'>, subject: WatchedSubject): Promise<Figure>;
}

/** Every figure is asked for once, for all initiatives or all teams, when a rule first wants it. */
export function makeMeasures(trx: DatabaseTransaction, finding: Finding, subjects: readonly WatchedSubject[]): Measures {
  const asked = new Map<string, Promise<Map<string, Figure>>>();
  return {
    async figureOf({ kind, within_days: withinDays }, subject) {
      const measure = measureOf[kind];
      const key = `${measure.name} ${subject.kind} ${measure === measureTax ? withinDays : ''}`;
      const figures =
        asked.get(key) ?? measure({ ...finding, trx, subjects: subjects.filter(({ kind: of }) => of === subject.kind), withinDays });
      asked.set(key, figures);
      return (await figures).get(subject.id) ?? noFigure;
    },
  };
}
