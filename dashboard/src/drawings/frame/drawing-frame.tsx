'use client';

import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './drawing-frame.module.css';
import type { DrawingTable } from './drawing-table.ts';
import { ExportMenu } from './export-menu.tsx';
import { TableTwin } from './table-twin.tsx';

export interface DrawingFrameProps {
  /** What the drawing shows, for those who do not see it; also heads its table. */
  label: string;
  /** The export's file name, without ending. */
  fileName: string;
  table: DrawingTable;
  /** Controls, written as part of a sentence. */
  controls?: ReactNode;
  /** How to read the drawing: legend, scale, what is left out. */
  legend?: ReactNode;
  children: ReactNode;
}

/** What all drawings have in common: a table twin and the exports, kept out of the drawing's way. */
export function DrawingFrame({ label, fileName, table, controls, legend, children }: DrawingFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);

  // A picture is taken of what is on screen, so the table makes room for it first.
  function showDrawing(): HTMLElement | null {
    flushSync(() => setAsTable(false));
    return drawing.current;
  }

  return (
    <figure className={styles.frame} aria-label={label} data-drawing>
      <div className={styles.bar}>
        <div className={styles.controls}>{asTable ? null : controls}</div>
        <div className={styles.tools}>
          <button type="button" className={styles.tool} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'View as drawing' : 'View as table'}
          </button>
          <ExportMenu title={label} fileName={fileName} table={table} showDrawing={showDrawing} />
        </div>
      </div>
      {asTable ? (
        <TableTwin table={table} />
      ) : (
        <div ref={drawing}>
          {children}
          {legend ? <figcaption className={styles.legend}>{legend}</figcaption> : null}
        </div>
      )}
    </figure>
  );
}
