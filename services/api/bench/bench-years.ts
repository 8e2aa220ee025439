import { benchNow } from '@speedtax/domain/bench/bench-company';

const dayMs = 86_400_000;
const daysOfYear = 365;

/** The year that ends so many days before the data of a bench do. */
export function yearUntil(daysAgo: number): { from: string; to: string } {
  return { from: dayBefore(daysAgo + daysOfYear), to: dayBefore(daysAgo) };
}

function dayBefore(days: number): string {
  return new Date(benchNow - days * dayMs).toISOString().slice(0, 10);
}
