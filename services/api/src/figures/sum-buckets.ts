import { dayNumberOf, measuresOf, type SumSubject, sumWindow } from '@speedtax/domain';
import { type DatabaseTransaction, listDaySums, listOpenSums } from '@speedtax/storage/analytics';
import type { FigureWindow } from './figure-window.ts';
import type { Measures } from './sum-subjects.ts';

interface Question<S extends SumSubject> {
  readonly subject: S;
  readonly window: FigureWindow;
  readonly dataCutOffAt: Date;
  /** Ascending and disjoint, within the window. */
  readonly buckets: readonly { readonly fromDay: number; readonly toDay: number }[];
  /** Only where the first or second part of the subject is this; else all together. */
  readonly of?: { readonly part: 0 | 1; readonly id: string };
}

const all = 'all';

/** What the subjects together sum up to in each bucket, in milliseconds, not rounded. */
export async function sumBuckets<S extends SumSubject>(
  trx: DatabaseTransaction,
  organizationId: string,
  { subject, window, dataCutOffAt, buckets, of }: Question<S>,
): Promise<Measures<S>[]> {
  const names: readonly string[] = measuresOf[subject];
  const none = Object.fromEntries(names.map((name) => [name, 0])) as Measures<S>;
  const days = await listDaySums(trx, organizationId, subject, { fromDay: window.from, toDay: window.to }, of);
  const ended = days.map(({ day, values }) => ({
    day: dayNumberOf(day),
    key: all,
    values: Object.fromEntries(names.map((name, k) => [name, values[k] ?? 0])),
  }));
  const open = (await listOpenSums(trx, organizationId, subject, of)).map((sum) => ({
    ...sum,
    sinceDay: dayNumberOf(sum.sinceDay),
    key: all,
  }));

  let next = 0;
  return buckets.map((bucket) => {
    const first = next;
    while (next < ended.length && (ended[next]?.day ?? 0) < bucket.toDay) next += 1;
    const totals = sumWindow<string, string>(window.clock, bucket, dataCutOffAt.getTime(), ended.slice(first, next), open);
    return { ...none, ...totals.get(all) } as Measures<S>;
  });
}
