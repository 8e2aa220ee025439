import type { useHoverNote } from '../frame/hover-note.tsx';
import { hatchFill } from '../hatch/hatches.tsx';
import { Guides } from './guides.tsx';
import styles from './lifeline.module.css';
import type { Lifeline } from './prepare-lifeline.ts';

const linePx = 38;
const bandY = 14;
const bandPx = 16;

interface StatusLineProps {
  lifeline: Lifeline;
  hatchId: string;
  noteOn: ReturnType<typeof useHoverNote>['noteOn'];
}

/** The issue itself: its statuses as bands, and on top of them, thinly, when it waited at all. */
export function StatusLine({ lifeline, hatchId, noteOn }: StatusLineProps) {
  return (
    <svg className={styles.track} width="100%" height={linePx} role="group" aria-label="The issue's statuses">
      <Guides lifeline={lifeline} height={linePx} />
      {lifeline.bands.map((band, index) => (
        <g key={band.id} role="img" aria-label={band.says} {...noteOn(band.says)}>
          <rect
            x={`${band.stretch.x}%`}
            width={`${band.stretch.width}%`}
            y={bandY}
            height={bandPx}
            className={styles.band}
            data-look={band.look}
          />
          {index > 0 ? (
            <line x1={`${band.stretch.x}%`} x2={`${band.stretch.x}%`} y1={bandY} y2={bandY + bandPx} className={styles.cut} />
          ) : null}
        </g>
      ))}
      {lifeline.waits.map((wait) => (
        <g key={wait.id} role="img" aria-label={wait.says} {...noteOn(wait.says)}>
          <rect
            x={`${wait.stretch.x}%`}
            width={`${wait.stretch.width}%`}
            y={bandY - 7}
            height={6}
            fill={hatchFill(hatchId, wait.dragging ? 'dense' : 'light')}
          />
          {wait.open ? (
            <line x1={`${wait.stretch.x + wait.stretch.width}%`} x2="100%" y1={bandY - 4} y2={bandY - 4} className={styles.unfinished} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
