import { dayNumberOf, growOpenSum, type measuresOf, measuresOf as namesOfMeasures, type SumSubject } from '@speedtax/domain';
import { type DatabaseTransaction, listOpenSums, listSubjectSums } from '@speedtax/storage/analytics';
import type { FigureWindow } from './figure-window.ts';

export type Measures<S extends SumSubject> = Readonly<Record<(typeof measuresOf)[S][number], number>>;

/** Milliseconds of one subject in a window, not rounded. */
export interface SubjectMeasures<S extends SumSubject> {
  readonly aId: string;
  /** Empty where the subject has one part. */
  readonly bId: string;
  readonly measures: Measures<S>;
}

/** What each subject sums up to in a window: what has ended, and what lasts to the data cut-off. */
export async function sumSubjects<S extends SumSubject>(
  trx: DatabaseTransaction,
  organizationId: string,
  subject: S,
  window: FigureWindow,
  dataCutOffAt: Date,
  aId?: string,
): Promise<SubjectMeasures<S>[]> {
  const names: readonly string[] = namesOfMeasures[subject];
  const ended = await listSubjectSums(trx, organizationId, subject, { fromDay: window.from, toDay: window.to }, aId);
  const open = await listOpenSums(trx, organizationId, subject, aId === undefined ? undefined : { part: 0, id: aId });

  const found: { aId: string; bId: string; measures: Record<string, number> }[] = [];
  const byIds = new Map<string, Map<string, Record<string, number>>>();
  const measuresAt = (a: string, b: string): Record<string, number> => {
    const ofA = byIds.get(a) ?? new Map<string, Record<string, number>>();
    if (ofA.size === 0) byIds.set(a, ofA);
    let measures = ofA.get(b);
    if (measures === undefined) {
      measures = {};
      for (const name of names) measures[name] = 0;
      ofA.set(b, measures);
      found.push({ aId: a, bId: b, measures });
    }
    return measures;
  };
  for (const sum of ended) {
    const measures = measuresAt(sum.aId, sum.bId ?? '');
    for (const [k, name] of names.entries()) measures[name] = sum.values[k] ?? 0;
  }
  for (const sum of open) {
    const growth = growOpenSum(window.clock, window, dataCutOffAt.getTime(), { ...sum, sinceDay: dayNumberOf(sum.sinceDay) });
    if (growth === 0) continue;
    const measures = measuresAt(sum.aId, sum.bId ?? '');
    measures[sum.measure] = (measures[sum.measure] ?? 0) + growth;
  }
  return found as unknown as SubjectMeasures<S>[];
}
