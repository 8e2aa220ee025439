import styles from './lifeline.module.css';
import type { Lifeline } from './prepare-lifeline.ts';

/** The lines of time that run through every track. */
export function Guides({ lifeline, height }: { lifeline: Lifeline; height: number }) {
  return (
    <g>
      {lifeline.ticks.map((tick) => (
        <line key={tick.x} x1={`${tick.x}%`} x2={`${tick.x}%`} y1={0} y2={height} className={styles.grid} />
      ))}
      {lifeline.cutOff ? (
        <line x1={`${lifeline.cutOff.x}%`} x2={`${lifeline.cutOff.x}%`} y1={0} y2={height} className={styles.cutOff}>
          <title>{lifeline.cutOff.text}</title>
        </line>
      ) : null}
    </g>
  );
}
