import styles from './initiative-clock.module.css';
import type { InitiativeClock } from './prepare-initiative-clock.ts';

/** Today and the target, across the whole strip. */
export function ClockMarks({ clock, base }: { clock: InitiativeClock; base: number }) {
  const { today, target, start } = clock;
  return (
    <>
      {start ? <Mark x={start.x} base={base} look="start" text={`start ${start.text}`} /> : null}
      {today ? <Mark x={today.x} base={base} look="today" text={`today, ${today.text}`} /> : null}
      {target && !target.beyond ? (
        <Mark x={target.x} base={base} look="target" text={`target ${target.text}${target.missed ? ', missed' : ''}`} />
      ) : null}
      {target?.beyond ? (
        <text x="100%" y={11} textAnchor="end" className={styles.mark} data-look="target">
          {`target ${target.text} →`}
        </text>
      ) : null}
    </>
  );
}

function Mark({ x, base, look, text }: { x: number; base: number; look: 'start' | 'today' | 'target'; text: string }) {
  const atEnd = x > 60;
  // Today has a line of its own: it would run into the target otherwise.
  const y = look === 'today' ? 27 : 11;
  return (
    <g className={styles.mark} data-look={look}>
      <line x1={`${x}%`} x2={`${x}%`} y1={y - 9} y2={base} />
      <text x={`${x}%`} dx={atEnd ? -4 : 4} y={y} textAnchor={atEnd ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
