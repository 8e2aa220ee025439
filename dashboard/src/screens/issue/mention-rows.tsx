import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import type { MentionRow } from './prepare-mention-rows.ts';

/** Every mention across trackers that was ever seen. */
export function MentionRows({ rows }: { rows: readonly MentionRow[] }) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Mention</th>
            <th>Issue</th>
            <th>Title</th>
            <th className={wide}>Found in</th>
            <th>Known since</th>
            <th className={wide}>To</th>
            <th className={wide} aria-label="In the tracker" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={rowsClasses.second}>{row.relation}</td>
              <th scope="row" className={rowsClasses.key}>
                {row.issue ? <Link href={row.issue.href}>{row.issueKey}</Link> : row.issueKey}
              </th>
              <td className={rowsClasses.grow}>{row.issue ? <Link href={row.issue.href}>{row.issue.title}</Link> : 'not read'}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.foundIn}</td>
              <td className={rowsClasses.second}>{row.from}</td>
              <td className={`${rowsClasses.second} ${wide}`}>{row.to}</td>
              <td className={wide}>
                <TrackerLink url={row.url} subject={row.issueKey} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
