import { useId } from 'react';
import { HatchDefs, hatchFill } from '../hatch/hatches.tsx';
import styles from './anatomy-strip.module.css';
import type { Anatomy } from './prepare-anatomy.ts';

interface AnatomyStripProps {
  anatomy: Anatomy;
  /** Large ones name their parts; small ones stand in a line of text or a table cell. */
  size?: 'small' | 'large';
}

/** Unaccepted, queued, in work: what the blocking team does about a wait. */
export function AnatomyStrip({ anatomy, size = 'small' }: AnatomyStripProps) {
  const id = useId();
  const height = size === 'small' ? 8 : 16;
  if (anatomy.parts.length === 0) return <span className={styles.none}>–</span>;
  return (
    <span className={styles.strip} data-size={size}>
      <svg className={styles.bar} width="100%" height={height} role="img" aria-label={anatomy.sentence}>
        <title>{anatomy.sentence}</title>
        <HatchDefs id={id} />
        {anatomy.parts.map((part) => (
          <rect
            key={part.name}
            x={`${part.stretch.x}%`}
            width={`${part.stretch.width}%`}
            height={height}
            fill={hatchFill(id, part.hatch)}
          />
        ))}
        {anatomy.parts.slice(1).map((part) => (
          <line key={part.name} x1={`${part.stretch.x}%`} x2={`${part.stretch.x}%`} y2={height} className={styles.cut} />
        ))}
        <rect x={0.5} y={0.5} height={height - 1} className={styles.outline} />
      </svg>
      {size === 'large' ? <AnatomyLabels anatomy={anatomy} hatchId={id} /> : null}
    </span>
  );
}

function AnatomyLabels({ anatomy, hatchId }: { anatomy: Anatomy; hatchId: string }) {
  return (
    <span className={styles.labels}>
      {anatomy.parts.map((part) => (
        <span key={part.name} title={`${part.exact}; ${part.meaning}`}>
          <svg width={10} height={10} aria-hidden="true" focusable="false">
            <rect x={0.5} y={0.5} width={9} height={9} fill={hatchFill(hatchId, part.hatch)} stroke="var(--st-waiting)" />
          </svg>
          {part.name} <b>{part.share}</b> <span className={styles.duration}>{part.duration}</span>
        </span>
      ))}
    </span>
  );
}
