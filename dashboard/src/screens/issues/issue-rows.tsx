import Link from 'next/link';
import { Fragment } from 'react';
import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import classes from './issue-rows.module.css';
import type { IssueRow } from './prepare-issue-rows.ts';

interface Props {
  rows: readonly IssueRow[];
  /** Left out where every row has the same. */
  hide?: 'team' | undefined;
  /** The head of the column of waiting in the window; none where only open waits are listed. */
  waited?: string | undefined;
  /** Waits, where left out. A flag names nobody who is in the way. */
  of?: 'waits' | 'flags';
}

/** Issues with what they waited, since when, and for whom; each opens its lifeline, and the tracker. */
export function IssueRows({ rows, hide, waited, of = 'waits' }: Props) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Issue</th>
            <th>Title</th>
            {hide !== 'team' && <th className={wide}>Team</th>}
            <th className={wide}>Status</th>
            {of === 'waits' && <th>Waits on</th>}
            <th data-numeric>{of === 'waits' ? 'Waiting for' : 'Flagged for'}</th>
            {waited && (
              <th data-numeric title={waited}>
                Issue-days
              </th>
            )}
            {waited && <td className={`${classes.bar} ${wide}`} />}
            <th className={wide} aria-label="In the tracker" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={rowsClasses.key}>
                <Link href={row.href}>{row.key}</Link>
              </th>
              <td className={rowsClasses.grow} title={row.title}>
                <Link href={row.href}>{row.title}</Link>
              </td>
              {hide !== 'team' && (
                <td className={wide}>
                  {row.team ? <Link href={row.team.href}>{row.team.name}</Link> : <span className={rowsClasses.quiet}>no team</span>}
                </td>
              )}
              <td className={`${rowsClasses.second} ${wide}`}>{row.status}</td>
              {of === 'waits' && (
                <td className={rowsClasses.second}>
                  {row.blockedBy.length === 0 && '–'}
                  {row.blockedBy.map((team, index) => (
                    <Fragment key={team.href}>
                      {index > 0 && ', '}
                      <Link href={team.href}>{team.name}</Link>
                    </Fragment>
                  ))}
                </td>
              )}
              <td data-numeric title={row.sinceExact} className={row.isWaiting ? classes.waiting : rowsClasses.quiet}>
                {row.since}
              </td>
              {waited && (
                <td data-numeric title={row.waitedExact}>
                  {row.waited}
                </td>
              )}
              {waited && (
                <td className={`${classes.bar} ${wide}`} aria-hidden="true">
                  <span style={{ width: `${row.share * 100}%` }} />
                </td>
              )}
              <td className={wide}>
                <TrackerLink url={row.trackerUrl} subject={row.key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
