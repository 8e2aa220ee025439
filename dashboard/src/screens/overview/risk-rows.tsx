import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import { Term } from '../../parts/term.tsx';
import { Thread } from '../../parts/thread.tsx';
import type { InitiativeRow } from '../initiatives/prepare-initiative-rows.ts';

/** A few initiatives, each with who holds it and what blocks it. */
export function RiskRows({ rows }: { rows: readonly InitiativeRow[] }) {
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Initiative</th>
            <th>
              <Term of="accountable">Held by</Term>
            </th>
            <th data-numeric>
              <Term of="blockers">Blockers</Term>
            </th>
            <th data-numeric>Issue-days</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={rowsClasses.grow} title={row.name}>
                <Link href={row.href}>{row.name}</Link>
              </th>
              <td>
                <Thread verdict={row.verdict} />
              </td>
              <td data-numeric title={`${row.external} of them external`}>
                <Link href={row.blockersHref}>{row.blockers}</Link>
              </td>
              <td data-numeric title={row.waitingExact}>
                <Link href={row.waitingHref}>{row.waiting}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
