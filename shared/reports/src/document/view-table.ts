import type { Table } from '../tables/table.ts';
import type { TableView } from './document.ts';

/** The named columns of a table, in that order, and at most as many rows as fit; how many there are is told. */
export function viewTable(table: Table, columnNames: readonly string[], mostRows: number): TableView {
  const at = columnNames.map((name) => {
    const found = table.columns.findIndex((column) => column.name === name);
    if (found === -1) throw new Error(`The table ${table.name} has no column ${name}`);
    return found;
  });
  return {
    name: table.name,
    columns: at.map((k) => table.columns[k] as Table['columns'][number]),
    rows: table.rows.slice(0, mostRows).map((row) => at.map((k) => row[k] ?? null)),
    shown: table.rows.length > mostRows ? `${mostRows} of ${table.rows.length}` : null,
  };
}
