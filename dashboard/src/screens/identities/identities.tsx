import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { connectionsLink } from '../../address/links.ts';
import { getConnections, getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { DecisionRows } from './decision-rows.tsx';
import classes from './identities.module.css';
import { IdentityRows } from './identity-rows.tsx';
import { JoinForm } from './join-form.tsx';
import { prepareIdentities } from './prepare-identities.ts';
import { prepareIdentitiesSentence } from './prepare-identities-sentence.ts';

/** Who is one person, and what is one team, in several trackers: as it was found, and as somebody has decided. */
export async function Identities() {
  const [found, connections, reader] = await Promise.all([fetchApi(endpoints.listIdentities), getConnections(), getReader()]);
  const view = prepareIdentities(found, connections, reader.organization.timeZone);
  const canDecide = reader.scopes.includes('write');
  const hasSeveral = connections.length > 1;
  return (
    <>
      <Sentence
        parts={prepareIdentitiesSentence(found, connections.length)}
        note={found.figuresAreCurrent ? [] : ['Something was decided since the figures were found: they are being found anew.']}
      />
      {!hasSeveral && (
        <Empty
          words="With a second tracker, people with the same e-mail address and teams with the same name become one."
          next={{ text: 'Connect another', href: connectionsLink({}) }}
        />
      )}
      {view.proposed.rows.length > 0 && (
        <Section title="May be the same" note={`${view.proposed.note}: the key alone says little`}>
          <IdentityRows rows={view.proposed.rows} canDecide={canDecide} />
        </Section>
      )}
      {hasSeveral &&
        view.joined.map(({ title, rows, note, empty }) => (
          <Section key={title} title={title} note={note}>
            {rows.length > 0 ? <IdentityRows rows={rows} canDecide={canDecide} /> : <Empty words={empty} />}
          </Section>
        ))}
      {hasSeveral && canDecide && view.alone.length > 0 && (
        <Section title="Join by hand" note={view.aloneNote}>
          <JoinForm kinds={view.alone} />
        </Section>
      )}
      {view.decisions.length > 0 && (
        <Section title="Decided" note="comes before addresses and names">
          <DecisionRows rows={view.decisions} canDecide={canDecide} />
        </Section>
      )}
      <p className={classes.back}>
        <Link href={connectionsLink({})}>All connections</Link>
      </p>
    </>
  );
}
