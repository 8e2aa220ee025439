'use client';

import { lazy, Suspense } from 'react';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import type { TaxTrend as PreparedTrend } from './prepare-tax-trend.ts';
import styles from './tax-trend.module.css';

interface TaxTrendProps {
  trend: PreparedTrend;
  heightPx?: number;
  fileName?: string;
}

/** The charting library is a large part of a page and waits until the rest stands. */
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** The speed tax over time in its low–high range; gaps stay gaps, the running bucket is dashed. */
export function TaxTrend({ trend, heightPx = 200, fileName = 'speed-tax' }: TaxTrendProps) {
  if (trend.empty) {
    return (
      <DrawingFrame label={trend.sentence} fileName={fileName} table={trend.table}>
        <p className={styles.empty}>Nothing was in play in this time, so there is no speed tax to follow.</p>
      </DrawingFrame>
    );
  }
  return (
    <DrawingFrame label={trend.sentence} fileName={fileName} table={trend.table} legend={<TrendLegend trend={trend} />}>
      <div className={styles.chart} style={{ height: heightPx }}>
        <Suspense>
          <TrendChart trend={trend} heightPx={heightPx} />
        </Suspense>
      </div>
    </DrawingFrame>
  );
}

function TrendLegend({ trend }: { trend: PreparedTrend }) {
  return (
    <>
      <Swatch fill="var(--st-waiting-soft)">low to high</Swatch>
      {trend.points.some((point) => point.unfinished) ? <span>○ still running</span> : null}
      {trend.points.some((point) => point.taxText === '–') ? <span>gaps: nothing was in play</span> : null}
    </>
  );
}
