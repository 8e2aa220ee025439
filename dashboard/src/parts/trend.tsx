import type { Series } from '@speedtax/contract';

export function Trend({ series }: { series: Series }) {
  return <p>{series.items.length}</p>;
}
