'use client';

import type { OauthOutcome } from '@speedtax/contract';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { connectedLink, connectLink } from '../../address/links.ts';
import { sendApi } from '../../api/send-api.ts';
import sentenceClasses from '../../parts/sentence.module.css';
import classes from './connect.module.css';
import { ConnectSteps } from './connect-steps.tsx';

interface Props {
  state: string | null;
  code: string | null;
  /** What the tracker says where nobody was let in. */
  error: string | null;
}

/** Back from the tracker's page: what came of it is tried at once. A Jira with several sites asks which. */
export function OauthReturn({ state, code, error }: Props) {
  const router = useRouter();
  const [sites, setSites] = useState<OauthOutcome['sites']>([]);
  const [trouble, setTrouble] = useState<string | null>(error === null ? null : 'You were not let in: nothing was connected.');
  const isSent = useRef(false);

  const finish = useCallback(
    async (more: { code: string } | { siteId: string }) => {
      const sent = await sendApi<OauthOutcome>('POST', '/api/v1/oauth/return', { state, ...more });
      if (!sent.ok) return setTrouble(sent.message);
      if (sent.value.connection) router.replace(connectedLink(sent.value.connection.id));
      else setSites(sent.value.sites);
    },
    [router, state],
  );

  useEffect(() => {
    // A code is good for one use, also where effects run twice.
    if (isSent.current || code === null || error !== null) return;
    isSent.current = true;
    finish({ code });
  }, [code, error, finish]);

  return (
    <>
      <ConnectSteps at="Credentials" />
      <div className={sentenceClasses.head}>
        <h1 className={sentenceClasses.sentence}>{trouble ?? (sites.length > 0 ? 'Which site is it?' : 'Trying what you allowed…')}</h1>
        {trouble && (
          <p className={sentenceClasses.note}>
            <Link href={connectLink()}>Begin again</Link>
          </p>
        )}
      </div>
      <div className={classes.actions}>
        {sites.map((site) => (
          <button key={site.id} type="button" onClick={() => finish({ siteId: site.id })}>
            {site.name} <span className={classes.quiet}>{site.url}</span>
          </button>
        ))}
      </div>
    </>
  );
}
