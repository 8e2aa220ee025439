import Link from 'next/link';
import type { DrawingTable, TableCell } from './drawing-table.ts';
import styles from './table-twin.module.css';

/** The drawing's figures as a real table, for screen readers and for those who prefer to read. */
export function TableTwin({ table }: { table: DrawingTable }) {
  return (
    <section className={styles.scroller} tabIndex={0} aria-label={table.caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.name} scope="col" data-numeric={column.numeric || undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no identity of their own and are never reordered in place
            <tr key={rowIndex}>
              {row.map((cell, index) => {
                const column = table.columns[index];
                return index === 0 ? (
                  <th key={column?.name} scope="row">
                    <CellText cell={cell} />
                  </th>
                ) : (
                  <td key={column?.name} data-numeric={column?.numeric || undefined} title={cell.exactText}>
                    <CellText cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellText({ cell }: { cell: TableCell }) {
  return cell.href ? (
    <Link href={cell.href} prefetch={false}>
      {cell.text}
    </Link>
  ) : (
    cell.text
  );
}
