'use client';

import Link from 'next/link';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { hatchFill } from '../hatch/hatches.tsx';
import { cellSentence } from './cell-note.tsx';
import styles from './matrix.module.css';
import { type MatrixGeometry, measureMatrix } from './matrix-geometry.ts';
import { MatrixLines } from './matrix-lines.tsx';
import { nextCell } from './next-cell.ts';
import type { Attribution, Matrix, MatrixCell } from './prepare-matrix.ts';

type NoteHandlers = Record<'onPointerEnter' | 'onFocus', (event: { currentTarget: Element }) => void> &
  Record<'onPointerLeave' | 'onBlur', () => void>;

interface MatrixGridProps {
  matrix: Matrix;
  attribution: Attribution;
  hatchId: string;
  noteOn: (cell: MatrixCell) => NoteHandlers;
}

/** The squares, between the names of the teams and the sums of their rows and columns. */
export function MatrixGrid({ matrix, attribution, hatchId, noteOn }: MatrixGridProps) {
  const [active, setActive] = useState(0);
  const [pointed, setPointed] = useState<MatrixCell | null>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const geometry = measureMatrix(matrix.lines.map((line) => line.name));
  const drawnCells = matrix.cells.flatMap((cell, index) =>
    cell[attribution].size > 0 ? [{ row: cell.row, column: cell.column, index }] : [],
  );
  const entry = drawnCells.some(({ index }) => index === active) ? active : drawnCells[0]?.index;

  function moveOn(event: KeyboardEvent) {
    const from = drawnCells.findIndex(({ index }) => index === entry);
    const next = drawnCells[nextCell(drawnCells, from, event.key) ?? -1];
    if (!next) return;
    event.preventDefault();
    setActive(next.index);
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
    >
      <MatrixLines matrix={matrix} attribution={attribution} geometry={geometry} hatchId={hatchId} pointed={pointed} />
      {matrix.cells.map((cell, index) => {
        const drawn = cell[attribution].size > 0;
        const note = noteOn(cell);
        return (
          <CellLink
            key={`${cell.row}/${cell.column}`}
            cell={cell}
            index={index}
            reachable={index === entry}
            drawn={drawn}
            onPoint={(event) => {
              setPointed(cell);
              note.onPointerEnter(event);
            }}
            onFocus={(event) => {
              setActive(index);
              setPointed(cell);
              note.onFocus(event);
            }}
            onLeave={() => {
              setPointed(null);
              note.onPointerLeave();
            }}
          >
            <rect
              x={geometry.left + cell.column * geometry.cell}
              y={geometry.top + cell.row * geometry.cell}
              width={geometry.cell}
              height={geometry.cell}
              className={styles.target}
            />
            <Square cell={cell} attribution={attribution} geometry={geometry} hatchId={hatchId} />
          </CellLink>
        );
      })}
    </svg>
  );
}

interface CellLinkProps {
  cell: MatrixCell;
  index: number;
  reachable: boolean;
  drawn: boolean;
  onPoint: (event: { currentTarget: Element }) => void;
  onFocus: (event: { currentTarget: Element }) => void;
  onLeave: () => void;
  children: ReactNode;
}

/** One tab stop for the whole matrix; the arrow keys do the rest. */
function CellLink({ cell, index, reachable, drawn, onPoint, onFocus, onLeave, children }: CellLinkProps) {
  const shared = {
    'aria-label': cellSentence(cell),
    'aria-hidden': drawn ? undefined : true,
    'data-cell': index,
    'data-drawn': drawn,
    tabIndex: reachable ? 0 : -1,
    className: styles.cell,
    onPointerEnter: onPoint,
    onPointerLeave: onLeave,
    onFocus,
    onBlur: onLeave,
  };
  return cell.href ? (
    <Link href={cell.href} prefetch={false} {...shared}>
      {children}
    </Link>
  ) : (
    <g role="img" {...shared}>
      {children}
    </g>
  );
}

const leastSquarePx = 2;
const squareInsetPx = 2;
/** A hatch in a smaller square is noise; its place in the grid says what it is. */
const leastHatchedPx = 9;

function Square({
  cell,
  attribution,
  geometry,
  hatchId,
}: {
  cell: MatrixCell;
  attribution: Attribution;
  geometry: MatrixGeometry;
  hatchId: string;
}) {
  const { size } = cell[attribution];
  const side = size === 0 ? 0 : Math.max(leastSquarePx, size * (geometry.cell - squareInsetPx));
  const x = geometry.left + (cell.column + 0.5) * geometry.cell - side / 2;
  const y = geometry.top + (cell.row + 0.5) * geometry.cell - side / 2;
  const texture = side < leastHatchedPx ? 'var(--st-waiting)' : hatchFill(hatchId, cell.several ? 'light' : 'dense');
  return (
    <rect
      x={x}
      y={y}
      width={side}
      height={side}
      fill={texture}
      fillOpacity={cell.several && side < leastHatchedPx ? 0.5 : 1}
      className={styles.square}
    />
  );
}
