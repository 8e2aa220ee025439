import Link from 'next/link';
import { Fragment } from 'react';
import rowsClasses from '../../parts/rows.module.css';
import { Term } from '../../parts/term.tsx';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import classes from './interval-rows.module.css';
import type { IntervalRow } from './prepare-interval-rows.ts';

/** The waits that the figures count, one line per blocking team. */
export function IntervalRows({ rows }: { rows: readonly IntervalRow[] }) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={`${rowsClasses.rows} ${classes.rows}`}>
        <thead>
          <tr>
            <th>From</th>
            <th className={wide}>To</th>
            <th data-numeric>Lasted</th>
            <th className={wide}>
              <Term of="held">Held</Term> or <Term of="dragging">dragging</Term>
            </th>
            <th>Waited on</th>
            <th data-numeric>Counted</th>
            <th className={wide}>
              <Term of="anatomy">What it did</Term>
            </th>
            <th className={wide}>Blockers</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.blockers.map((blocker, index) => (
              <tr key={`${row.key} ${blocker.key}`} data-continues={index > 0 || undefined}>
                <td>{index === 0 && row.from}</td>
                <td className={`${row.isOpen ? classes.open : ''} ${wide}`}>{index === 0 && row.to}</td>
                <td data-numeric title={row.exact}>
                  {index === 0 && row.duration}
                </td>
                <td className={`${rowsClasses.second} ${wide}`}>{index === 0 && `${row.phase}, in ${row.waitingTeam}`}</td>
                <th scope="row">
                  <Link href={blocker.teamHref}>{blocker.team}</Link>
                </th>
                <td data-numeric title={`${blocker.waitedExact}, ${blocker.share} of the wait`}>
                  {blocker.waited}
                </td>
                <td className={`${rowsClasses.second} ${wide}`}>{blocker.anatomy}</td>
                <td className={`${classes.blockers} ${wide}`}>
                  {blocker.issues.map((issue, place) => (
                    <Fragment key={issue.href}>
                      {place > 0 && ', '}
                      <Link href={issue.href} title={`${issue.title} (${issue.status})`}>
                        {issue.key}
                      </Link>{' '}
                      <TrackerLink url={issue.url} subject={issue.key} />
                    </Fragment>
                  ))}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
