import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { Column, Table } from '../tables/table.ts';
import { guardFormula } from './guard-formula.ts';
import { oldestZipDate } from './zip-date.ts';

/** A zip of RFC 4180 files in UTF-8, one for each table; durations in whole milliseconds, gaps empty. */
export function writeCsv(tables: readonly Table[]): Uint8Array {
  const files = tables.map((table, k) => [fileNameOf(table, k), strToU8(writeCsvTable(table))] as const);
  return zipSync(Object.fromEntries(files), { mtime: oldestZipDate, level: 6 });
}

/** The byte order mark makes spreadsheets read UTF-8. */
export function writeCsvTable({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell.replaceAll('\0', '')) : cell)));
  return `\uFEFF${stringify([columns.map(headOf), ...cells], { record_delimiter: '\r\n' })}`;
}

function headOf({ name, kind }: Column): string {
  return kind === 'duration' || kind === 'wait' ? `${name} (ms)` : name;
}

function fileNameOf({ name }: Table, k: number): string {
  return `${String(k + 1).padStart(2, '0')}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.csv`;
}
