import type { DrawingTable, TableCell } from './drawing-table.ts';

/** RFC 4180 with exact figures; a missing figure is an empty field. */
export function tableCsv(table: DrawingTable): string {
  const head = table.columns.map((column) => field(column.exactName ?? column.name));
  const rows = table.rows.map((row) => row.map((cell) => field(exactValue(cell))));
  return [head, ...rows].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function exactValue(cell: TableCell): string | number | null {
  return cell.exact === undefined ? cell.text : cell.exact;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run a title that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
