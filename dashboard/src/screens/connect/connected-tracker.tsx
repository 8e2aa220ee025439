import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { connectionsLink, overviewLink } from '../../address/links.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { LiveProgress } from '../connections/live-progress.tsx';
import { MappingForm } from '../mapping/mapping-form.tsx';
import classes from './connect.module.css';
import { ConnectSteps } from './connect-steps.tsx';
import { prepareMeaning } from './prepare-meaning.ts';
import { ScopeForm } from './scope-form.tsx';

/** After a tracker has let us in: what is read of it, what its words mean, and the first figures as soon as there are any. */
export async function ConnectedTracker({ id }: { id: string }) {
  const connection = await fetchApi(endpoints.getConnection, { params: { id } });
  if (connection.latestSyncId === null) {
    const scope = await fetchApi(endpoints.getScope, { params: { id } });
    return (
      <>
        <ConnectSteps at="Scope" />
        <Sentence
          parts={[{ text: connection.workspaceName ?? connection.name }, ` has let us in. What of it should count?`]}
          note={['The other ends of dependencies are followed wherever they are.']}
        />
        <ScopeForm connectionId={id} provider={connection.provider} choices={scope.choices} />
      </>
    );
  }
  const [found, tax] = await Promise.all([fetchApi(endpoints.getConnectionMapping, { params: { id } }), fetchApi(endpoints.getSpeedTax)]);
  const hasFigures = connection.coverage !== null && tax.total.inPlayMs > 0;
  return (
    <>
      <ConnectSteps at={hasFigures ? 'First figures' : 'Meaning'} />
      <Sentence
        parts={prepareMeaning(found.outcome, found.provider, connection.name)}
        note={
          hasFigures ? [{ text: 'See the first figures', href: overviewLink({}) }] : ['The first figures appear while the rest is read.']
        }
      />
      <LiveProgress id={id} />
      {(found.outcome.issues > 0 || found.outcome.statuses.length > 0) && (
        <Section title={<>What its words mean</>} note={<>what was read is mapped again; the tracker is not asked</>}>
          <MappingForm key={JSON.stringify(found.mapping)} connectionId={id} found={found} canChange />
        </Section>
      )}
      <p className={classes.figures}>
        <Link href={connectionsLink({})}>All connections</Link>
      </p>
    </>
  );
}
