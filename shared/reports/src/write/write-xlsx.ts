import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, ColumnKind, Table } from '../tables/table.ts';
import { tellHead } from '../tables/tell-cell.ts';
import { oldestZipDate } from './zip-date.ts';

const dayMs = 86_400_000;
/** A sheet's name has at most so many characters. */
const maxSheetName = 31;

/** A workbook: a sheet for each table, typed cells, the head frozen. Text is never a formula, whatever it begins with. */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const workbook = writeExcelFile(
    tables.map((table) => ({
      sheet: table.name.slice(0, maxSheetName),
      data: sheetOf(table),
      stickyRowsCount: 1,
      columns: table.columns.map(({ kind }) => ({ width: widthOf[kind] })),
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  );
  return withoutDates(await workbook.toBuffer());
}

function sheetOf({ columns, rows }: Table): SheetData {
  const head = columns.map((column) => ({ value: headOf(column), fontWeight: 'bold' as const }));
  return [head, ...rows.map((row) => row.map((cell, k) => cellOf(columns[k]?.kind ?? 'text', cell)))];
}

const headOf = (column: Table['columns'][number]): string => (column.kind === 'wait' ? `${column.name} (days)` : tellHead(column));

function cellOf(kind: ColumnKind, cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'number') {
    if (kind === 'share') return { value: cell, type: Number, format: '0.0%' };
    if (kind === 'duration' || kind === 'wait') return { value: cell / dayMs, type: Number, format: '#,##0.00' };
    return { value: cell, type: Number };
  }
  if (kind === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: withoutControls(cell), type: String };
}

/** XML 1.0 has no control characters but these three. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''));
}

const widthOf: Record<ColumnKind, number> = { text: 28, duration: 16, wait: 14, share: 11, count: 11, day: 12, instant: 24 };

/** The library dates each entry with now; the same pack must have the same bytes. */
function withoutDates(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { mtime: oldestZipDate, level: 6 });
}
