import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { identitiesLink } from '../../address/links.ts';
import { getConnections, getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { AddTracker } from './add-tracker.tsx';
import classes from './connection.module.css';
import { ConnectionBlock } from './connection-block.tsx';
import { prepareConnection } from './prepare-connection.ts';
import { prepareConnectionsSentence } from './prepare-connections-sentence.ts';

// Every connection shows its latest sync, each of which is a question of its own.
const syncsShown = 20;

/** The trackers that are read, how far each is, and a way to add one. */
export async function Connections() {
  const [connections, reader] = await Promise.all([getConnections(), getReader()]);
  const latest = await Promise.all(
    connections.map(({ latestSyncId }, index) =>
      latestSyncId && index < syncsShown ? fetchApi(endpoints.getSync, { params: { id: latestSyncId } }) : null,
    ),
  );
  return (
    <>
      <Sentence parts={prepareConnectionsSentence(connections)} />
      {connections.map((connection, index) => (
        <ConnectionBlock
          key={connection.id}
          connection={prepareConnection(connection, latest[index] ?? null, reader.organization.timeZone)}
          coverage={connection.coverage}
        />
      ))}
      {connections.length > 1 && (
        <p className={classes.details}>
          <Link className={classes.link} href={identitiesLink()}>
            Who is the same in several trackers
          </Link>
        </p>
      )}
      {reader.scopes.includes('admin') && <AddTracker />}
    </>
  );
}
