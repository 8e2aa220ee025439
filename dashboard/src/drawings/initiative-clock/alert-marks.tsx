import type { useHoverNote } from '../frame/hover-note.tsx';
import styles from './initiative-clock.module.css';
import type { AlertMark } from './mark-alerts.ts';

const half = 4;
const triangle = `M${-half} ${2 * half}L0 1L${half} ${2 * half}z`;

interface Props {
  marks: readonly AlertMark[];
  /** The axis, on which they stand. */
  base: number;
  noteOn: ReturnType<typeof useHoverNote>['noteOn'];
}

/** A small triangle under the axis for each alert: filled while it is open. */
export function AlertMarks({ marks, base, noteOn }: Props) {
  return marks.map((mark) => (
    <svg key={mark.id} x={`${mark.x}%`} y={base} overflow="visible" role="img" aria-label={mark.says} {...noteOn(mark.says)}>
      <rect x={-8} y={-4} width={16} height={16} fill="transparent" />
      <path d={triangle} className={styles.alert} data-open={mark.open || undefined} />
    </svg>
  ));
}

export function AlertLegend() {
  return (
    <span>
      <svg width="12" height="10" viewBox="-6 0 12 10" aria-hidden="true">
        <path d={triangle} className={styles.alert} />
      </svg>{' '}
      an alert, filled while it is open
    </span>
  );
}
