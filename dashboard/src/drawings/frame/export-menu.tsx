'use client';

import { Menu } from '@mantine/core';
import styles from './drawing-frame.module.css';
import { drawingPng } from './drawing-png.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { DrawingTable } from './drawing-table.ts';
import { saveFile } from './save-file.ts';
import { tableCsv } from './table-csv.ts';

interface ExportMenuProps {
  /** Heads the pictures. */
  title: string;
  fileName: string;
  table: DrawingTable;
  showDrawing: () => HTMLElement | null;
}

export function ExportMenu({ title, fileName, table, showDrawing }: ExportMenuProps) {
  function saveCsv() {
    // The mark makes spreadsheets read the names as UTF-8.
    saveFile(`${fileName}.csv`, new Blob(['\uFEFF', tableCsv(table)], { type: 'text/csv;charset=utf-8' }));
  }

  function saveSvg() {
    const drawing = showDrawing();
    if (drawing) saveFile(`${fileName}.svg`, new Blob([drawingSvg(drawing, title).text], { type: 'image/svg+xml' }));
  }

  async function savePng() {
    const drawing = showDrawing();
    if (drawing) saveFile(`${fileName}.png`, await drawingPng(drawingSvg(drawing, title)));
  }

  return (
    <Menu position="bottom-end" width={200} shadow="none" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label="Export this drawing">
          Export
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={saveCsv}>CSV, exact figures</Menu.Item>
        <Menu.Item onClick={saveSvg}>SVG, as shown</Menu.Item>
        <Menu.Item onClick={savePng}>PNG, as shown</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
