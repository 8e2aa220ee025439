import { dayNumberOf, isoDayOf } from '@speedtax/domain';
import { describe, expect, it } from 'vitest';
import { cutIntoBuckets } from './calendar-buckets.ts';

const cut = (from: string, to: string, bucket: 'day' | 'week' | 'month' | 'quarter') =>
  cutIntoBuckets(dayNumberOf(from), dayNumberOf(to), bucket).map(
    ({ fromDay, toDay, isCut }) => `${isoDayOf(fromDay)}..${isoDayOf(toDay)}${isCut ? ' cut' : ''}`,
  );

describe('cutting a window into calendar buckets', () => {
  it('begins weeks on Monday', () => {
    expect(cut('2026-01-05', '2026-01-19', 'week')).toEqual(['2026-01-05..2026-01-12', '2026-01-12..2026-01-19']);
    expect(cut('2026-01-07', '2026-01-13', 'week')).toEqual(['2026-01-07..2026-01-12 cut', '2026-01-12..2026-01-13 cut']);
  });

  it('knows the lengths of months, leap days included', () => {
    expect(cut('2028-02-01', '2028-04-01', 'month')).toEqual(['2028-02-01..2028-03-01', '2028-03-01..2028-04-01']);
  });

  it('goes over the turn of the year', () => {
    expect(cut('2025-11-15', '2026-04-01', 'quarter')).toEqual(['2025-11-15..2026-01-01 cut', '2026-01-01..2026-04-01']);
  });

  it('has one bucket per day', () => {
    expect(cut('2026-03-01', '2026-03-03', 'day')).toEqual(['2026-03-01..2026-03-02', '2026-03-02..2026-03-03']);
  });

  it('knows weeks before 1970', () => {
    expect(cut('1969-12-29', '1970-01-05', 'week')).toEqual(['1969-12-29..1970-01-05']);
  });
});
