'use client';

import { type ReactNode, type SubmitEvent, useState, useTransition } from 'react';
import type { Sent } from '../api/send-api.ts';
import classes from './form.module.css';

interface Props {
  /** What the button says, before and while it is done. */
  action: string;
  doing: string;
  /** `read` gives the text of a field; null when all went well. */
  onSend: (read: (field: string) => string) => Promise<(Sent<unknown> & { ok: false }) | null>;
  /** What was reached, said in place of the button. */
  done?: ReactNode;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** A few fields and one button; what is wrong stands beside what it is about, and what was typed stays. */
export function AskForm({ action, doing, onSend, done, children }: Props) {
  const [refusal, setRefusal] = useState<(Sent<unknown> & { ok: false }) | null>(null);
  const [isSending, startSending] = useTransition();

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startSending(async () => setRefusal(await onSend((field) => String(data.get(field) ?? ''))));
  }

  return (
    <form className={classes.form} onSubmit={send}>
      {children(refusal?.byField ?? {})}
      {done ?? (
        <div className={classes.actions}>
          <button type="submit" className={classes.main} disabled={isSending}>
            {isSending ? doing : action}
          </button>
        </div>
      )}
      {refusal && !done && (
        <p className={classes.refusal} role="alert">
          {refusal.message}
        </p>
      )}
    </form>
  );
}
