'use client';

import type { Connection, ConnectionWish } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { type ReactNode, type SubmitEvent, useState, useTransition } from 'react';
import { connectedLink, connectionsLink } from '../../address/links.ts';
import { sendApi } from '../../api/send-api.ts';
import classes from './connect-form.module.css';

interface Props {
  /** What the button says: "Connect Linear". */
  action: string;
  /** Where the credentials come from and what they must allow. */
  note: ReactNode;
  /** What was filled in, as the API wants it; `read` gives the trimmed text of a field. */
  writeBody: (read: (field: string) => string) => ConnectionWish;
  /** A connection that is to be given these credentials; none: a new one. */
  renewId?: string | undefined;
  /** The fields; each is given what is wrong with it. */
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** Connects a tracker: what is filled in is tried at once, and stays in the form when the tracker refuses it. */
export function ConnectForm({ action, note, writeBody, renewId, children }: Props) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<{ message: string; byField: Record<string, string> } | null>(null);
  const [isTrying, startTrying] = useTransition();

  function connect(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = writeBody((field) => String(data.get(field) ?? '').trim());
    startTrying(async () => {
      const sent = await (renewId
        ? sendApi<Connection>('PUT', `/api/v1/connections/${renewId}/credentials`, body)
        : sendApi<Connection>('POST', '/api/v1/connections', { ...body, startsPaused: true }));
      if (!sent.ok) return setRefusal(sent);
      setRefusal(null);
      form.reset();
      router.push(renewId ? connectionsLink({}) : connectedLink(sent.value.id));
    });
  }

  return (
    <form className={classes.form} onSubmit={connect}>
      {children(refusal?.byField ?? {})}
      <div className={classes.actions}>
        <button type="submit" disabled={isTrying}>
          {isTrying ? 'Trying it…' : action}
        </button>
        {refusal && (
          <p className={classes.refusal} role="alert">
            {refusal.message}
          </p>
        )}
      </div>
      <p className={classes.note}>{note}</p>
    </form>
  );
}
