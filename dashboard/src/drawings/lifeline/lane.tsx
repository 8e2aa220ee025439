import Link from 'next/link';
import type { useHoverNote } from '../frame/hover-note.tsx';
import { hatchFill } from '../hatch/hatches.tsx';
import { Guides } from './guides.tsx';
import styles from './lifeline.module.css';
import type { BlockingLane, LaneBlock } from './prepare-lanes.ts';
import type { Lifeline } from './prepare-lifeline.ts';

const lanePx = 38;
const blockPx = 22;
const basePx = 32;

interface LaneProps {
  lane: BlockingLane;
  lifeline: Lifeline;
  hatchId: string;
  noteOn: ReturnType<typeof useHoverNote>['noteOn'];
}

/** The waits that one team is behind; half as high where two teams block at once. */
export function Lane({ lane, lifeline, hatchId, noteOn }: LaneProps) {
  return (
    <svg className={styles.track} width="100%" height={lanePx} role="group" aria-label={`${lane.name}: ${lane.waited}`}>
      <Guides lifeline={lifeline} height={lanePx} />
      <line x1="0" x2="100%" y1={basePx} y2={basePx} className={styles.base} />
      {lane.blocks.map((block) => (
        <BlockLink key={block.id} block={block} noteOn={noteOn}>
          <Block block={block} hatchId={hatchId} />
        </BlockLink>
      ))}
    </svg>
  );
}

function BlockLink({ block, noteOn, children }: { block: LaneBlock; noteOn: LaneProps['noteOn']; children: React.ReactNode }) {
  const shared = { 'aria-label': block.says, className: styles.block, ...noteOn(block.says) };
  return block.href ? (
    <Link href={block.href} prefetch={false} {...shared}>
      {children}
    </Link>
  ) : (
    <g role="img" {...shared}>
      {children}
    </g>
  );
}

function Block({ block, hatchId }: { block: LaneBlock; hatchId: string }) {
  const { x, width } = block.stretch;
  const height = Math.max(3, block.share * blockPx);
  const y = basePx - height;
  const end = `${x + width}%`;
  return (
    <>
      <rect x={`${x}%`} width={`${width}%`} y={y} height={height} fill={hatchFill(hatchId, block.hatch)} className={styles.wait} />
      <line x1={`${x}%`} x2={`${x}%`} y1={y} y2={basePx} className={styles.edge} />
      <line x1={`${x}%`} x2={end} y1={y} y2={y} className={styles.edge} />
      {block.open ? (
        <g className={styles.unfinished}>
          <line x1={end} x2="100%" y1={y} y2={y} />
          <line x1={end} x2="100%" y1={basePx} y2={basePx} />
        </g>
      ) : (
        <line x1={end} x2={end} y1={y} y2={basePx} className={styles.edge} />
      )}
      {block.takenOver ? (
        <svg x={`${x}%`} y={y} overflow="visible" aria-hidden="true">
          <path d="M0 -6L5 -1H-5Z" className={styles.handOver} transform="rotate(180 0 -3)" />
        </svg>
      ) : null}
    </>
  );
}
