import Link from 'next/link';
import { Fragment } from 'react';
import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import type { BlockerRow } from './prepare-blocker-rows.ts';

/** What blocks an initiative now: whose it is, since when, what it blocks. */
export function BlockerRows({ rows }: { rows: readonly BlockerRow[] }) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Blocker</th>
            <th>Title</th>
            <th>Team</th>
            <th className={wide}>Status</th>
            <th className={wide}>Assignee</th>
            <th data-numeric>Blocks for</th>
            <th className={wide}>Blocks</th>
            <th className={wide} aria-label="Part of the initiative or not" />
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
              <td>{row.team ? <Link href={row.team.href}>{row.team.name}</Link> : <span className={rowsClasses.quiet}>no team</span>}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.status}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.assignee}</td>
              <td data-numeric title={row.ageExact}>
                {row.age}
              </td>
              <td className={`${rowsClasses.key} ${wide}`}>
                {row.blocked.map((issue, index) => (
                  <Fragment key={issue.href}>
                    {index > 0 && ', '}
                    <Link href={issue.href} title={issue.title}>
                      {issue.key}
                    </Link>
                  </Fragment>
                ))}
              </td>
              <td className={`${rowsClasses.key} ${wide}`}>{row.isExternal ? 'external' : 'its own'}</td>
              <td className={wide}>
                <TrackerLink url={row.url} subject={row.key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
