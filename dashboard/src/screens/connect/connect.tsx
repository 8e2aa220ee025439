import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { connectLink } from '../../address/links.ts';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { AddJiraCloud } from '../connections/add-jira-cloud.tsx';
import { AddJiraServer } from '../connections/add-jira-server.tsx';
import { AddLinear } from '../connections/add-linear.tsx';
import classes from './connect.module.css';
import { ConnectSteps } from './connect-steps.tsx';
import { OauthButton } from './oauth-button.tsx';
import { findTracker, trackers } from './trackers.ts';

const forms = { linear: AddLinear, 'jira-cloud': AddJiraCloud, 'jira-server': AddJiraServer };

/** Choosing a tracker, and letting Speedtax in: on the tracker's own page where that can be, else with a key or a token. */
export async function Connect({ tracker, renewId }: { tracker: string | undefined; renewId: string | undefined }) {
  const [reader, oauth] = await Promise.all([getReader(), fetchApi(endpoints.listOauthProviders)]);
  const chosen = findTracker(tracker);
  if (!reader.scopes.includes('admin'))
    return <Sentence parts={['Only an administrator can connect a tracker.']} note={['Ask one of them for it.']} />;
  if (!chosen)
    return (
      <>
        <ConnectSteps at="Tracker" />
        <Sentence parts={['Where does your company keep its work?']} note={['A key that may read is enough. No issue is ever changed.']} />
        <ul className={classes.choices}>
          {trackers.map(({ name, text, note }) => (
            <li key={name}>
              <Link href={connectLink(name)}>
                {text} <span>{note}</span>
              </Link>
            </li>
          ))}
        </ul>
      </>
    );
  const Form = forms[chosen.name];
  const offersPage = chosen.name !== 'jira-server' && oauth.items.includes(chosen.provider);
  return (
    <>
      <ConnectSteps at="Credentials" />
      <Sentence
        parts={[renewId ? `Give ${chosen.text} other credentials.` : `Let Speedtax read ${chosen.text}.`]}
        note={[{ text: 'Choose another tracker', href: connectLink() }]}
      />
      {offersPage && <OauthButton provider={chosen.provider} text={chosen.text} {...(renewId && { connectionId: renewId })} />}
      <Form {...(renewId && { renewId })} />
    </>
  );
}
