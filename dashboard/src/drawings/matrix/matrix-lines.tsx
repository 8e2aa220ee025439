import Link from 'next/link';
import { hatchFill } from '../hatch/hatches.tsx';
import styles from './matrix.module.css';
import { type MatrixGeometry, shortName } from './matrix-geometry.ts';
import type { Attribution, Matrix, MatrixCell, MatrixLine } from './prepare-matrix.ts';

interface MatrixLinesProps {
  matrix: Matrix;
  attribution: Attribution;
  geometry: MatrixGeometry;
  hatchId: string;
  looked: MatrixCell | null;
}

/** Names, hairlines and sums of the rows and columns. */
export function MatrixLines({ matrix, attribution, geometry, hatchId, looked }: MatrixLinesProps) {
  const { cell, left, top, grid } = geometry;
  return (
    <>
      {looked ? (
        <g className={styles.crosshair}>
          <rect x={0} y={top + looked.row * cell} width={left + grid} height={cell} />
          <rect x={left + looked.column * cell} y={top} width={cell} height={grid} />
        </g>
      ) : null}
      <g className={styles.hairlines}>
        {[...matrix.lines.keys(), matrix.lines.length].map((at) => (
          <path key={at} d={`M${left} ${top + at * cell + 0.5}h${grid}M${left + at * cell + 0.5} ${top}v${grid}`} />
        ))}
      </g>
      {matrix.lines.map((line, at) => (
        <g key={line.id}>
          <rect x={left + at * cell + 1} y={top + at * cell + 1} width={cell - 1} height={cell - 1} className={styles.diagonal} />
          <RowEnds line={line} y={top + (at + 0.5) * cell} geometry={geometry} hatchId={hatchId} strong={looked?.row === at} />
          <ColumnEnds
            line={line}
            x={left + (at + 0.5) * cell}
            geometry={geometry}
            attribution={attribution}
            strong={looked?.column === at}
          />
        </g>
      ))}
      <text x={left - 8} y={top - 10} textAnchor="end" className={styles.head}>
        waits ↓ on →
      </text>
      <text x={left + grid + 8} y={top + grid + 14} className={styles.head}>
        ↑ paid
      </text>
      <text x={left - 8} y={top + grid + 14} textAnchor="end" className={styles.head}>
        imposed →
      </text>
    </>
  );
}

const barPx = 60;

interface EndsProps {
  line: MatrixLine;
  geometry: MatrixGeometry;
  strong: boolean;
}

function RowEnds({ line, y, geometry: { left, grid, cell }, hatchId, strong }: EndsProps & { y: number; hatchId: string }) {
  const thickness = Math.min(14, cell - 6);
  const length = line.paid.size * barPx;
  return (
    <>
      <NameLink line={line}>
        <text x={left - 8} y={y} textAnchor="end" dominantBaseline="central" className={styles.name} data-strong={strong || undefined}>
          <title>{line.name}</title>
          {shortName(line.name)}
        </text>
      </NameLink>
      <rect
        x={left + grid + 8}
        y={y - thickness / 2}
        width={length}
        height={thickness}
        fill={hatchFill(hatchId, line.several ? 'light' : 'dense')}
      />
      <text
        x={left + grid + 12 + length}
        y={y}
        dominantBaseline="central"
        className={styles.sum}
        data-nothing={line.paid.size === 0 || undefined}
      >
        <title>{`paid: ${line.paid.exact}`}</title>
        {line.paid.text}
      </text>
    </>
  );
}

function ColumnEnds({
  line,
  x,
  geometry: { top, grid, cell, turnSums },
  attribution,
  strong,
}: EndsProps & { x: number; attribution: Attribution }) {
  const thickness = Math.min(14, cell - 6);
  const figure = line.imposed[attribution];
  const length = figure.size * barPx;
  const bottom = top + grid + 20;
  return (
    <>
      <NameLink line={line}>
        <text transform={`translate(${x} ${top - 8}) rotate(-45)`} className={styles.name} data-strong={strong || undefined}>
          <title>{line.name}</title>
          {shortName(line.name)}
        </text>
      </NameLink>
      <rect
        x={x - thickness / 2}
        y={bottom}
        width={thickness}
        height={length}
        className={styles.imposed}
        data-several={line.several || undefined}
      />
      <g className={styles.moving} style={{ transform: `translateY(${length}px)` }}>
        <text
          {...(turnSums
            ? { transform: `translate(${x} ${bottom + 5}) rotate(90)`, dominantBaseline: 'central' }
            : { x, y: bottom + 13, textAnchor: 'middle' })}
          className={styles.sum}
          data-nothing={figure.size === 0 || undefined}
        >
          <title>{`imposed: ${figure.exact}`}</title>
          {figure.text}
        </text>
      </g>
    </>
  );
}

function NameLink({ line, children }: { line: MatrixLine; children: React.ReactNode }) {
  return line.href ? (
    <Link href={line.href} prefetch={false} tabIndex={-1} className={styles.nameLink}>
      {children}
    </Link>
  ) : (
    children
  );
}
