import { dayNumberOf, type measuresOf, measuresOf as namesOfMeasures, type SumSubject, sumWindow } from '@speedtax/domain';
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
  type Measure = (typeof measuresOf)[S][number];
  const names: readonly Measure[] = namesOfMeasures[subject];
  const ended = await listSubjectSums(trx, organizationId, subject, { fromDay: window.from, toDay: window.to }, aId);
  const open = await listOpenSums(trx, organizationId, subject, aId === undefined ? undefined : { part: 0, id: aId });
  const totals = sumWindow<string, Measure>(
    window.clock,
    window,
    dataCutOffAt.getTime(),
    ended.map((sum) => ({
      day: window.fromDay,
      key: keyOf(sum),
      values: Object.fromEntries(names.map((name, k) => [name, sum.values[k] ?? 0])) as Record<Measure, number>,
    })),
    open.map((sum) => ({ ...sum, sinceDay: dayNumberOf(sum.sinceDay), key: keyOf(sum), measure: sum.measure as Measure })),
  );
  const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<Measure, number>;
  return [...totals].map(([key, measures]) => {
    const [a = '', b = ''] = key.split(' ');
    return { aId: a, bId: b, measures: { ...none, ...measures } as Measures<S> };
  });
}

function keyOf({ aId, bId }: { aId: string; bId: string | null }): string {
  return `${aId} ${bId ?? ''}`;
}
