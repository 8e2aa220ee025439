'use client';

import { lazy, Suspense, useState } from 'react';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import type { TaxTrend as PreparedTrend } from './prepare-tax-trend.ts';
import styles from './tax-trend.module.css';
import { TrendStill } from './trend-still.tsx';

interface TaxTrendProps {
  trend: PreparedTrend;
  heightPx?: number;
  fileName?: string;
}

/** The charting library is a third of a page's script: it comes when a reader reaches for the chart. */
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** The speed tax over time in its low–high range; gaps stay gaps, the running bucket is dashed. */
export function TaxTrend({ trend, heightPx = 200, fileName = 'speed-tax' }: TaxTrendProps) {
  const [isReachedFor, setReachedFor] = useState(false);
  const still = <TrendStill trend={trend} />;
  if (trend.empty) {
    return (
      <DrawingFrame label={trend.sentence} fileName={fileName} table={trend.table}>
        <p className={styles.empty}>Nothing was in play in this time, so there is no speed tax to follow.</p>
      </DrawingFrame>
    );
  }
  return (
    <DrawingFrame label={trend.sentence} fileName={fileName} table={trend.table} legend={<TrendLegend trend={trend} />}>
      <div className={styles.chart} style={{ height: heightPx }} onPointerEnter={() => setReachedFor(true)}>
        {isReachedFor ? (
          <Suspense fallback={still}>
            <TrendChart trend={trend} heightPx={heightPx} />
          </Suspense>
        ) : (
          still
        )}
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
