import type { TaxTrend } from './prepare-tax-trend.ts';
import { prepareTrendStill } from './prepare-trend-still.ts';
import styles from './trend-still.module.css';

/** The same picture as the chart, drawn by the server at any width; the chart takes its place when a reader reaches for it. */
export function TrendStill({ trend }: { trend: TaxTrend }) {
  const still = prepareTrendStill(trend);
  return (
    <div className={styles.still}>
      {still.rules.map((rule) => (
        <span key={rule.text} className={styles.percent} style={{ top: `${rule.y}%` }}>
          {rule.text}
        </span>
      ))}
      {still.days.map((day, index) => (
        <span key={day.x} className={styles.day} data-second={index % 2 === 1 || undefined} style={{ left: `${day.x}%` }}>
          {day.text}
        </span>
      ))}
      <svg className={styles.plot} viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={trend.sentence}>
        {still.rules.map((rule) => (
          <path key={rule.text} d={`M0 ${rule.y}H100`} stroke="var(--st-hairline)" vectorEffect="non-scaling-stroke" />
        ))}
        <path d={still.range} fill="var(--st-waiting)" fillOpacity={0.16} />
        <path d={still.runningRange} fill="var(--st-waiting)" fillOpacity={0.07} />
        <g fill="none" stroke="var(--st-waiting-ink)">
          <path d={still.running} strokeWidth={1.5} strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />
          <path d={still.tax} strokeWidth={2} strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
        </g>
      </svg>
      <svg className={styles.plot} width="100%" height="100%" aria-hidden="true" focusable="false">
        {still.alone.map((dot) => (
          <circle key={dot.x} cx={`${dot.x}%`} cy={`${dot.y}%`} r={2.5} fill="var(--st-waiting-ink)" />
        ))}
        {still.unfinished.map((dot) => (
          <circle
            key={dot.x}
            cx={`${dot.x}%`}
            cy={`${dot.y}%`}
            r={3.5}
            fill="var(--st-surface)"
            stroke="var(--st-waiting-ink)"
            strokeWidth={1.5}
          />
        ))}
      </svg>
    </div>
  );
}
