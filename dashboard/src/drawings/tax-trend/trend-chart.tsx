'use client';

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { TaxTrend, TrendPoint } from './prepare-tax-trend.ts';
import styles from './tax-trend.module.css';

/** What the server draws before the screen's width is known. */
const firstWidthPx = 720;

/** The line in its range. */
export function TrendChart({ trend, heightPx }: { trend: TaxTrend; heightPx: number }) {
  const textByDay = new Map(trend.days.map(({ day, text }) => [day, text]));
  return (
    <ResponsiveContainer initialDimension={{ width: firstWidthPx, height: heightPx }}>
      <ComposedChart data={trend.points} margin={{ top: 6, right: 12, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--st-hairline)" />
        <XAxis
          dataKey="day"
          ticks={trend.days.map(({ day }) => day)}
          tickFormatter={(day) => textByDay.get(day) ?? ''}
          tickLine={false}
          axisLine={{ stroke: 'var(--st-hairline-strong)' }}
          interval="equidistantPreserveStart"
          minTickGap={12}
        />
        <YAxis
          width={40}
          domain={[0, trend.top]}
          ticks={trend.percents}
          tickFormatter={(percent) => `${percent} %`}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip content={TrendNote} cursor={{ stroke: 'var(--st-ink-3)' }} isAnimationActive={false} />
        <Area
          dataKey="range"
          type="linear"
          stroke="none"
          fill="var(--st-waiting)"
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
        />
        <Area
          dataKey="runningRange"
          type="linear"
          stroke="none"
          fill="var(--st-waiting)"
          fillOpacity={0.07}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="running"
          type="linear"
          stroke="var(--st-waiting-ink)"
          strokeWidth={1.5}
          strokeDasharray="3 3"
          dot={UnfinishedDot}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="tax"
          type="linear"
          stroke="var(--st-waiting-ink)"
          strokeWidth={2}
          dot={LoneDot}
          isAnimationActive={false}
          activeDot={{ r: 3.5, fill: 'var(--st-waiting-ink)', stroke: 'none' }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type Dot = { cx?: number; cy?: number; payload?: TrendPoint; index?: number };

function UnfinishedDot({ cx, cy, payload, index }: Dot) {
  if (!payload?.unfinished || cx === undefined || cy === undefined || payload.running === null) return <g key={index} />;
  return <circle key={index} cx={cx} cy={cy} r={3.5} fill="var(--st-surface)" stroke="var(--st-waiting-ink)" strokeWidth={1.5} />;
}

function LoneDot({ cx, cy, payload, index }: Dot) {
  if (!payload?.alone || cx === undefined || cy === undefined || payload.tax === null) return <g key={index} />;
  return <circle key={index} cx={cx} cy={cy} r={2.5} fill="var(--st-waiting-ink)" />;
}

function TrendNote({ active, payload }: { active?: boolean; payload?: readonly { payload?: TrendPoint }[] }) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  return (
    <div className={styles.note}>
      <strong>{point.name}</strong>
      {point.unfinished ? ', still running' : ''}
      <dl>
        <dt>speed tax</dt>
        <dd>{point.taxExact}</dd>
        <dt>low to high</dt>
        <dd>{point.rangeText}</dd>
        <dt>waiting</dt>
        <dd>{point.waited}</dd>
      </dl>
    </div>
  );
}
