import type { Coverage } from '@speedtax/contract';
import Link from 'next/link';
import { mappingLink } from '../../address/links.ts';
import { CoverageList } from '../../frame/coverage-list.tsx';
import classes from './connection.module.css';
import { ConnectionActions } from './connection-actions.tsx';
import { LiveProgress } from './live-progress.tsx';
import type { ConnectionView } from './prepare-connection.ts';

/** One connected tracker: its state, its latest sync, what could not be read. */
export function ConnectionBlock({ connection, coverage }: { connection: ConnectionView; coverage: Coverage | null }) {
  const sync = connection.latestSync;
  return (
    <article className={classes.connection}>
      <header className={classes.head}>
        <h2>{connection.name}</h2>
        <span className={classes.status} data-status={connection.status}>
          {connection.statusWords}
        </span>
        <ConnectionActions
          id={connection.id}
          name={connection.name}
          tracker={connection.tracker}
          isPaused={connection.isPaused}
          isDisconnected={connection.isDisconnected}
          isBusy={connection.status === 'syncing' || connection.status === 'pending'}
        />
      </header>
      <LiveProgress id={connection.id} />
      <dl className={classes.facts}>
        <dt>Tracker</dt>
        <dd>
          {connection.provider}, {connection.workspace}
        </dd>
        <dt>Endpoint</dt>
        <dd>{connection.baseUrl}</dd>
        <dt>Mapping</dt>
        <dd>
          <Link className={classes.link} href={mappingLink(connection.id)}>
            {connection.mappingWords}
          </Link>
        </dd>
        <dt>Last complete</dt>
        <dd>{connection.lastSynced}</dd>
        {sync && (
          <>
            <dt>Latest sync</dt>
            <dd>
              {sync.words}
              {sync.rate && <span className={classes.quiet}> · {sync.rate}</span>}
            </dd>
          </>
        )}
      </dl>
      {coverage && (
        <details className={classes.details}>
          <summary>What is known of it</summary>
          <CoverageList coverage={coverage} />
        </details>
      )}
      {sync && sync.problemCount > 0 && (
        <details className={classes.details}>
          <summary>{sync.problemWords}</summary>
          <ul className={classes.problems}>
            {sync.problems.map((problem) => (
              <li key={problem.key}>
                <strong>{problem.subject}</strong> {problem.detail} <span className={classes.quiet}>({problem.kind})</span>
              </li>
            ))}
            {sync.problems.length < sync.problemCount && (
              <li className={classes.quiet}>
                the first {sync.problems.length} of {sync.problemCount}
              </li>
            )}
          </ul>
        </details>
      )}
    </article>
  );
}
