import { type Bucket, endpoints } from '@speedtax/contract';
import { cache } from 'react';
import { addDays, bucketStart, daysBetween } from '../address/range.ts';
import { fetchApi } from './fetch-api.ts';

/** A trend shows more than the window asked for: one point says nothing about direction. */
const leastTrendDays = 182;
const longestByWeekDays = 400;
const longestByMonthDays = 1500;

export const getTrend = cache((from: string, to: string, teamId?: string) => {
  const earliest = daysBetween(from, to) >= leastTrendDays ? from : addDays(to, -leastTrendDays);
  const bucket = chooseBucket(daysBetween(earliest, to));
  return fetchApi(endpoints.getSpeedTaxSeries, { query: { from: bucketStart(bucket, earliest), to, bucket, teamId } });
});

function chooseBucket(days: number): Bucket {
  if (days <= longestByWeekDays) return 'week';
  return days <= longestByMonthDays ? 'month' : 'quarter';
}
