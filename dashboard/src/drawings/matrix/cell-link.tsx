'use client';

import Link from 'next/link';
import { memo } from 'react';
import { hatchFill } from '../hatch/hatches.tsx';
import { cellSentence } from './cell-note.tsx';
import styles from './matrix.module.css';
import type { MatrixGeometry } from './matrix-geometry.ts';
import type { MatrixCell, MatrixFigure } from './prepare-matrix.ts';

interface CellLinkProps {
  cell: MatrixCell;
  index: number;
  figure: MatrixFigure;
  /** One tab stop for the whole matrix; the arrow keys do the rest. */
  reachable: boolean;
  geometry: MatrixGeometry;
  hatchId: string;
}

/** A pair's square, which opens its waits. Kept as it is while others are looked at. */
export const CellLink = memo(function CellLink({ cell, index, figure, reachable, geometry, hatchId }: CellLinkProps) {
  const drawn = figure.size > 0;
  const shared = {
    'aria-label': cellSentence(cell),
    'aria-hidden': drawn ? undefined : true,
    'data-cell': index,
    'data-drawn': drawn,
    tabIndex: reachable ? 0 : -1,
    className: styles.cell,
  };
  const target = (
    <rect
      x={geometry.left + cell.column * geometry.cell}
      y={geometry.top + cell.row * geometry.cell}
      width={geometry.cell}
      height={geometry.cell}
      className={styles.target}
    />
  );
  const square = <Square cell={cell} figure={figure} geometry={geometry} hatchId={hatchId} />;
  return cell.href ? (
    <Link href={cell.href} prefetch={false} {...shared}>
      {target}
      {square}
    </Link>
  ) : (
    <g role="img" {...shared}>
      {target}
      {square}
    </g>
  );
});

const leastSquarePx = 2;
const squareInsetPx = 2;
/** A hatch in a smaller square is noise; its place in the grid says what it is. */
const leastHatchedPx = 9;

function Square({ cell, figure, geometry, hatchId }: Pick<CellLinkProps, 'cell' | 'figure' | 'geometry' | 'hatchId'>) {
  const side = figure.size === 0 ? 0 : Math.max(leastSquarePx, figure.size * (geometry.cell - squareInsetPx));
  const hatched = side >= leastHatchedPx;
  return (
    <rect
      x={geometry.left + (cell.column + 0.5) * geometry.cell - side / 2}
      y={geometry.top + (cell.row + 0.5) * geometry.cell - side / 2}
      width={side}
      height={side}
      fill={hatched ? hatchFill(hatchId, cell.several ? 'light' : 'dense') : 'var(--st-waiting)'}
      fillOpacity={cell.several && !hatched ? 0.5 : 1}
      className={styles.square}
    />
  );
}
