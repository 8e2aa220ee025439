import Link from 'next/link';
import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import { AlertActions } from './alert-actions.tsx';
import classes from './alerts.module.css';
import type { AlertView } from './prepare-alert.ts';

/** An open alert: what is so, the dependencies that came, and what can be done about it. */
export function AlertBlock({ alert, canAnswer }: { alert: AlertView; canAnswer: boolean }) {
  return (
    <article className={classes.alert}>
      <header className={classes.head}>
        <h3>
          <Link href={alert.subject.href}>{alert.subject.name}</Link>: {alert.figure}
        </h3>
        <span className={classes.quiet}>
          since {alert.raised}; told at {alert.rule}
          {alert.standing && `; ${alert.standing}`}
        </span>
        {canAnswer && <AlertActions id={alert.id} />}
      </header>
      {alert.edges.length > 0 && (
        <div className={rowsClasses.scroll}>
          <table className={rowsClasses.rows}>
            <thead>
              <tr>
                <th>Blocker</th>
                <th>Title</th>
                <th>Held by</th>
                <th>Blocks</th>
                <th className={rowsClasses.wideOnly}>Such waits</th>
                <th className={rowsClasses.wideOnly} aria-label="In the tracker" />
              </tr>
            </thead>
            <tbody>
              {alert.edges.map((edge) => (
                <tr key={edge.key}>
                  <th scope="row" className={rowsClasses.key}>
                    <Link href={edge.blocker.href}>{edge.blocker.key}</Link>
                  </th>
                  <td className={rowsClasses.grow} title={edge.blocker.title}>
                    <Link href={edge.blocker.href}>{edge.blocker.title}</Link>
                  </td>
                  <td className={rowsClasses.second}>{edge.holder}</td>
                  <td className={rowsClasses.key}>
                    <Link href={edge.blocked.href}>{edge.blocked.key}</Link>
                  </td>
                  <td className={`${rowsClasses.quiet} ${rowsClasses.wideOnly}`}>{edge.usual ?? 'too few to tell'}</td>
                  <td className={rowsClasses.wideOnly}>
                    <TrackerLink url={edge.blocker.trackerUrl} subject={edge.blocker.key} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {alert.moreEdges > 0 && <p className={classes.quiet}>and {alert.moreEdges} more</p>}
      <details className={classes.details}>
        <summary>What happened</summary>
        <ul className={classes.course}>
          {alert.course.map((event) => (
            <li key={event.key}>{event.text}</li>
          ))}
        </ul>
      </details>
    </article>
  );
}
