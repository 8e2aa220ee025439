'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { connectLink } from '../../address/links.ts';
import { sendApi } from '../../api/send-api.ts';
import type { TrackerName } from '../connect/trackers.ts';
import classes from './connection.module.css';

interface Props {
  id: string;
  name: string;
  /** Which form asks for its credentials. */
  tracker: TrackerName;
  isBusy: boolean;
  isPaused: boolean;
  isDisconnected: boolean;
}

/** Read it again now, let it rest, give it other credentials, or part with it: with or without what was read through it. */
export function ConnectionActions({ id, name, tracker, isBusy, isPaused, isDisconnected }: Props) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();

  function send(method: 'POST' | 'DELETE', path: string) {
    startSending(async () => {
      const sent = await sendApi(method, path);
      setTrouble(sent.ok ? null : sent.message);
      if (!sent.ok) return;
      dialog.current?.close();
      router.refresh();
    });
  }

  return (
    <div className={classes.actions}>
      {!isPaused && !isDisconnected && (
        <button type="button" disabled={isSending || isBusy} onClick={() => send('POST', `/api/v1/connections/${id}/sync`)}>
          Look for changes
        </button>
      )}
      {!isDisconnected && (
        <button
          type="button"
          disabled={isSending}
          onClick={() => send('POST', `/api/v1/connections/${id}/${isPaused ? 'resume' : 'pause'}`)}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </button>
      )}
      <Link className={classes.link} href={connectLink(tracker, id)}>
        {isDisconnected ? 'Connect again' : 'Change credentials'}
      </Link>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Disconnect…
      </button>
      {trouble && (
        <span className={classes.trouble} role="alert">
          {trouble}
        </span>
      )}
      <dialog ref={dialog} className={classes.dialog} aria-labelledby={`delete-${id}`}>
        <p id={`delete-${id}`}>
          <strong>Disconnect {name}?</strong>
        </p>
        <p>
          Its credentials are forgotten either way, and your tracker is not touched. What was read through it can stay, with its figures as
          they are now; or it is deleted, and the figures are computed again without it.
        </p>
        <div className={classes.actions}>
          {!isDisconnected && (
            <button type="button" disabled={isSending} onClick={() => send('POST', `/api/v1/connections/${id}/disconnect`)}>
              Keep what was read
            </button>
          )}
          <button type="button" data-dangerous disabled={isSending} onClick={() => send('DELETE', `/api/v1/connections/${id}`)}>
            {isSending ? 'Deleting…' : 'Delete everything'}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </dialog>
    </div>
  );
}
