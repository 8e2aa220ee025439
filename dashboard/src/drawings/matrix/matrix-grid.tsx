'use client';

import { type KeyboardEvent, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { CellLink } from './cell-link.tsx';
import styles from './matrix.module.css';
import { measureMatrix } from './matrix-geometry.ts';
import { MatrixLines } from './matrix-lines.tsx';
import { nextCell } from './next-cell.ts';
import type { Attribution, Matrix, MatrixCell } from './prepare-matrix.ts';

interface MatrixGridProps {
  matrix: Matrix;
  attribution: Attribution;
  hatchId: string;
  /** Tells which cell is looked at, by pointer or by keyboard; null when none is. */
  onLook: (cell: MatrixCell | null, at: Element | null) => void;
}

/** The squares, between the names of the teams and the sums of their rows and columns. */
export function MatrixGrid({ matrix, attribution, hatchId, onLook }: MatrixGridProps) {
  const [active, setActive] = useState(0);
  const [looked, setLooked] = useState<MatrixCell | null>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const geometry = useMemo(() => measureMatrix(matrix.lines.map((line) => line.name)), [matrix]);
  const drawnCells = useMemo(
    () => matrix.cells.flatMap((cell, index) => (cell[attribution].size > 0 ? [{ row: cell.row, column: cell.column, index }] : [])),
    [matrix, attribution],
  );
  const entry = drawnCells.some(({ index }) => index === active) ? active : drawnCells[0]?.index;

  // One listener for all cells: more than a thousand of them would each want their own otherwise.
  function look(event: SyntheticEvent) {
    const at = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const index = Number(at?.getAttribute('data-cell') ?? -1);
    const cell = matrix.cells[index] ?? null;
    if (cell && event.type === 'focus') setActive(index);
    if (cell === looked) return;
    setLooked(cell);
    onLook(cell, at);
  }

  function lookAway() {
    setLooked(null);
    onLook(null, null);
  }

  function moveOn(event: KeyboardEvent) {
    const from = drawnCells.findIndex(({ index }) => index === entry);
    const next = drawnCells[nextCell(drawnCells, from, event.key) ?? -1];
    if (!next) return;
    event.preventDefault();
    drawing.current?.querySelector<SVGElement>(`[data-cell="${next.index}"]`)?.focus();
  }

  return (
    <svg
      ref={drawing}
      className={styles.drawing}
      width={geometry.width}
      height={geometry.height}
      role="group"
      aria-label="Who waits on whom. Arrow keys move between the pairs."
      onKeyDown={moveOn}
      onPointerOver={look}
      onPointerLeave={lookAway}
      onFocus={look}
      onBlur={lookAway}
    >
      <MatrixLines matrix={matrix} attribution={attribution} geometry={geometry} hatchId={hatchId} looked={looked} />
      {matrix.cells.map((cell, index) => (
        <CellLink
          key={`${cell.row}/${cell.column}`}
          cell={cell}
          index={index}
          figure={cell[attribution]}
          reachable={index === entry}
          geometry={geometry}
          hatchId={hatchId}
        />
      ))}
    </svg>
  );
}
