import Link from 'next/link';
import type { useHoverNote } from '../frame/hover-note.tsx';
import styles from './initiative-clock.module.css';
import type { Flag } from './raise-flags.ts';

export const lanePx = 19;

interface ClockFlagProps {
  flag: Flag;
  /** Where the lanes end, above the weeks. */
  bottom: number;
  base: number;
  noteOn: ReturnType<typeof useHoverNote>['noteOn'];
}

/** A blocker: a pole where it arrived, its key as the flag, a line until it left. */
export function ClockFlag({ flag, bottom, base, noteOn }: ClockFlagProps) {
  const y = bottom - (flag.lane + 1) * lanePx + 14;
  const start = `${flag.stretch.x}%`;
  const end = `${flag.stretch.x + flag.stretch.width}%`;
  return (
    <Link href={flag.href} prefetch={false} className={styles.flag} aria-label={flag.says} {...noteOn(flag.says)}>
      <rect x={start} width={`${Math.max(flag.stretch.width, 1)}%`} y={y - 14} height={18} fill="transparent" />
      <line x1={start} x2={start} y1={y - 12} y2={base} className={styles.pole} />
      <line x1={start} x2={end} y1={y + 2} y2={y + 2} className={styles.span} data-open={flag.open || undefined} />
      {flag.open ? null : (
        <svg x={end} y={y + 2} overflow="visible" aria-hidden="true">
          <circle r={2.5} className={styles.left} />
        </svg>
      )}
      <svg x={start} y={y - 14} width={`${flag.room}%`} height={16} overflow="hidden" aria-hidden="true">
        <text x={4} y={12} className={styles.key}>
          {flag.key}
        </text>
      </svg>
    </Link>
  );
}
