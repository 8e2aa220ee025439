import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import type { AlertView } from './prepare-alert.ts';

/** Alerts that are over. */
export function HistoryRows({ alerts }: { alerts: readonly AlertView[] }) {
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Of</th>
            <th>Told at</th>
            <th>Raised</th>
            <th>Ended</th>
          </tr>
        </thead>
        <tbody>
          {alerts.map((alert) => (
            <tr key={alert.id} title={alert.course.map(({ text }) => text).join('\n')}>
              <th scope="row">
                <Link href={alert.subject.href}>{alert.subject.name}</Link>
              </th>
              <td className={rowsClasses.second}>{alert.rule}</td>
              <td className={rowsClasses.second}>{alert.raised}</td>
              <td className={rowsClasses.second}>{alert.ended}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
