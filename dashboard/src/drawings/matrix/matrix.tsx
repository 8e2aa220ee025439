'use client';

import { useId, useState } from 'react';
import { Choice } from '../frame/choice.tsx';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { useHoverNote } from '../frame/hover-note.tsx';
import { HatchSheet } from '../hatch/hatch-sheet.tsx';
import { hatchFill } from '../hatch/hatches.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import { CellNote } from './cell-note.tsx';
import styles from './matrix.module.css';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixList } from './matrix-list.tsx';
import type { Attribution, Matrix as PreparedMatrix } from './prepare-matrix.ts';

const attributions = [
  { name: 'direct', text: 'the team that blocks' },
  { name: 'root', text: 'the root of the wait' },
] as const;

interface MatrixProps {
  matrix: PreparedMatrix;
  /** What the page's address says; without it the drawing keeps the choice to itself. */
  attribution?: Attribution;
  onAttribution?: (attribution: Attribution) => void;
  fileName?: string;
}

/** Who waits on whom: a square's area is the time, its row waits, its column blocks. */
export function Matrix({ matrix, attribution, onAttribution, fileName = 'matrix' }: MatrixProps) {
  const [own, setOwn] = useState<Attribution>(attribution ?? 'direct');
  const { note, showNote, hideNote } = useHoverNote();
  const hatchId = useId();
  const chosen = onAttribution ? (attribution ?? 'direct') : own;

  function choose(next: Attribution) {
    setOwn(next);
    onAttribution?.(next);
  }

  return (
    <DrawingFrame
      label="Who waits on whom, in issue-days"
      fileName={fileName}
      table={matrix.table}
      controls={
        <>
          Waiting counted on
          <Choice label="Whom a wait is counted on" options={attributions} chosen={chosen} onChoose={choose} />
        </>
      }
      legend={matrix.cells.length > 0 ? <MatrixLegend matrix={matrix} hatchId={hatchId} /> : null}
    >
      {matrix.cells.length === 0 ? (
        <p className={styles.empty}>No team waited on another in this time.</p>
      ) : (
        <>
          <HatchSheet id={hatchId} />
          <div className={styles.grid}>
            <MatrixGrid
              matrix={matrix}
              attribution={chosen}
              hatchId={hatchId}
              onLook={(cell, at) => (cell && at ? showNote(at, <CellNote cell={cell} />) : hideNote())}
            />
          </div>
          <div className={styles.list}>
            <MatrixList matrix={matrix} attribution={chosen} />
          </div>
          {note}
        </>
      )}
    </DrawingFrame>
  );
}

function MatrixLegend({ matrix, hatchId }: { matrix: PreparedMatrix; hatchId: string }) {
  return (
    <span className={styles.wide}>
      <Swatch fill={hatchFill(hatchId, 'dense')}>the row’s team waits on the column’s: area is issue-days</Swatch>
      <Swatch fill="var(--st-working)">imposed on others</Swatch>
      {matrix.shownTeams < matrix.allTeams ? (
        <span>
          {matrix.shownTeams} of {matrix.allTeams} teams; the others added up, paler and not to scale
        </span>
      ) : null}
    </span>
  );
}
