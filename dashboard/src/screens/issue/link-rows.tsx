import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import type { LinkRow } from './prepare-link-rows.ts';

/** Every dependency of the issue that was ever seen, with its dates and what they rest on. */
export function LinkRows({ rows }: { rows: readonly LinkRow[] }) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Dependency</th>
            <th>Issue</th>
            <th>Title</th>
            <th className={wide}>Team</th>
            <th className={wide}>Today</th>
            <th>From</th>
            <th className={wide}>To</th>
            <th className={wide}>Found in</th>
            <th className={wide}>Its start rests on</th>
            <th className={wide} aria-label="In the tracker" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={rowsClasses.second}>{row.relation}</td>
              <th scope="row" className={rowsClasses.key}>
                <Link href={row.issue.href}>{row.issue.key}</Link>
              </th>
              <td className={rowsClasses.grow} title={row.issue.title}>
                <Link href={row.issue.href}>{row.issue.title}</Link>
              </td>
              <td className={wide}>{row.team}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.crossTeam}</td>
              <td className={rowsClasses.second}>{row.from}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.to}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.foundIn}</td>
              <td className={`${rowsClasses.quiet} ${wide}`}>{row.evidence}</td>
              <td className={wide}>
                <TrackerLink url={row.issue.url} subject={row.issue.key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
