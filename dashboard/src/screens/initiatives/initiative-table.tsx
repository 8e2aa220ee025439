import Link from 'next/link';
import { OrderHead } from '../../parts/order-head.tsx';
import rowsClasses from '../../parts/rows.module.css';
import { Term } from '../../parts/term.tsx';
import { Thread } from '../../parts/thread.tsx';
import classes from './initiative-table.module.css';
import type { InitiativeOrder, InitiativeRow } from './prepare-initiative-rows.ts';

interface Props {
  rows: readonly InitiativeRow[];
  order: InitiativeOrder;
  hrefOf: (order: InitiativeOrder) => string;
}

export function InitiativeTable({ rows, order, hrefOf }: Props) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <OrderHead href={hrefOf('name')} isSorted={order === 'name'} numeric={false}>
              Initiative
            </OrderHead>
            <th>
              <Term of="accountable">Held by</Term>
            </th>
            <th className={wide}>Who</th>
            <OrderHead href={hrefOf('blockers')} isSorted={order === 'blockers'}>
              Blockers
            </OrderHead>
            <th data-numeric className={wide}>
              external
            </th>
            <OrderHead href={hrefOf('waiting')} isSorted={order === 'waiting'}>
              Issue-days
            </OrderHead>
            <OrderHead href={hrefOf('stalled')} isSorted={order === 'stalled'} className={wide}>
              Stalled
            </OrderHead>
            <th data-numeric className={wide}>
              <Term of="resource control">Control</Term>
            </th>
            <th className={wide} aria-label="Leadership" />
            <th data-numeric className={wide}>
              Open issues
            </th>
            <th data-numeric className={wide}>
              Target
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={classes.name} title={row.name}>
                <Link href={row.href}>{row.name}</Link>
              </th>
              <td>
                <Thread verdict={row.verdict} />
              </td>
              <td className={`${rowsClasses.second} ${classes.people} ${wide}`} title={row.verdict.people}>
                {row.verdict.people || '–'}
              </td>
              <td data-numeric>
                <Link href={row.blockersHref}>{row.blockers}</Link>
              </td>
              <td data-numeric className={`${rowsClasses.quiet} ${wide}`}>
                {row.external}
              </td>
              <td data-numeric title={row.waitingExact}>
                <Link href={row.waitingHref}>{row.waiting}</Link>
              </td>
              <td data-numeric className={`${row.isStalled ? classes.stalled : rowsClasses.quiet} ${wide}`} title={row.stalledExact}>
                {row.stalled}
              </td>
              <td data-numeric className={wide} title={row.controlExact}>
                {row.control}
              </td>
              <td className={`${rowsClasses.key} ${wide}`}>{row.leadership}</td>
              <td data-numeric className={`${rowsClasses.second} ${wide}`}>
                {row.openIssues}
              </td>
              <td data-numeric className={`${rowsClasses.second} ${wide}`}>
                {row.target}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
