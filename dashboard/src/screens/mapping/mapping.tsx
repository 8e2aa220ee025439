import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { connectionsLink } from '../../address/links.ts';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { LiveProgress } from '../connections/live-progress.tsx';
import classes from './mapping.module.css';
import { MappingForm } from './mapping-form.tsx';
import { prepareMappingSentence } from './prepare-mapping-change.ts';

/** What the words of a tracker count as, with what comes of it on its own issues. */
export async function Mapping({ id }: { id: string }) {
  const [connection, found, reader] = await Promise.all([
    fetchApi(endpoints.getConnection, { params: { id } }),
    fetchApi(endpoints.getConnectionMapping, { params: { id } }),
    getReader(),
  ]);
  return (
    <>
      <Sentence
        parts={prepareMappingSentence(found.outcome, found.provider, connection.name)}
        note={
          found.isApplied
            ? ['Nothing is asked of the tracker when this changes: what was read is mapped again, and the figures follow.']
            : ['What was read is being mapped again; the figures follow.']
        }
      />
      <LiveProgress id={id} />
      <MappingForm key={JSON.stringify(found.mapping)} connectionId={id} found={found} canChange={reader.scopes.includes('admin')} />
      <p className={classes.back}>
        <Link href={connectionsLink({})}>All connections</Link>
      </p>
    </>
  );
}
