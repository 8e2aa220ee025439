import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import type { TeamNeed } from './prepare-team-needs.ts';

/** The teams whose work the initiative needs, and how much of it waited. */
export function TeamNeeds({ rows }: { rows: readonly TeamNeed[] }) {
  return (
    <table className={rowsClasses.rows}>
      <thead>
        <tr>
          <th>Team</th>
          <th data-numeric>In play, days</th>
          <th data-numeric>Share</th>
          <th data-numeric>Waited, days</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={row.href}>{row.name}</Link>
            </th>
            <td data-numeric title={row.inPlayExact}>
              {row.inPlay}
            </td>
            <td data-numeric className={rowsClasses.second}>
              {row.share}
            </td>
            <td data-numeric title={row.waitingExact}>
              <Link href={row.waitingHref}>{row.waiting}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
