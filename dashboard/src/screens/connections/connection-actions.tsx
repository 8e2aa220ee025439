'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from './connection.module.css';

/** Read it again now, or delete it, which is asked once more since everything read through it goes too. */
export function ConnectionActions({ id, name, isBusy }: { id: string; name: string; isBusy: boolean }) {
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
      <button type="button" disabled={isSending || isBusy} onClick={() => send('POST', `/api/v1/connections/${id}/sync`)}>
        Look for changes
      </button>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Delete…
      </button>
      {trouble && (
        <span className={classes.trouble} role="alert">
          {trouble}
        </span>
      )}
      <dialog ref={dialog} className={classes.dialog} aria-labelledby={`delete-${id}`}>
        <p id={`delete-${id}`}>
          <strong>Delete {name}?</strong>
        </p>
        <p>
          Its credentials and everything that was read through it are deleted, and the figures are computed again without it. Your tracker
          is not touched.
        </p>
        <div className={classes.actions}>
          <button type="button" data-dangerous disabled={isSending} onClick={() => send('DELETE', `/api/v1/connections/${id}`)}>
            {isSending ? 'Deleting…' : 'Delete it'}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </div>
      </dialog>
    </div>
  );
}
