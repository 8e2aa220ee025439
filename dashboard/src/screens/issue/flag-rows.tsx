import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import classes from './interval-rows.module.css';
import type { FlagRow } from './prepare-flag-rows.ts';

/** Flagged time of an issue: apart from its waits, and in no tax. */
export function FlagRows({ rows }: { rows: readonly FlagRow[] }) {
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>From</th>
            <th>To</th>
            <th data-numeric>Lasted</th>
            <th>In</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.from}</td>
              <td className={row.isOpen ? classes.open : undefined}>{row.to}</td>
              <td data-numeric title={row.exact}>
                {row.duration}
              </td>
              <td className={rowsClasses.grow}>
                <Link href={row.team.href}>{row.team.name}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
