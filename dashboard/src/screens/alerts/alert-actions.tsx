'use client';

import classes from './alerts.module.css';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

const dayMs = 86_400_000;

/** Taking note, putting off, putting to rest. */
export function AlertActions({ id }: { id: string }) {
  const { send, refusal, isSending } = useChange();
  const answer = (body: object) => send('POST', `/alerts/${id}/answer`, body);
  const snooze = (days: number) => answer({ action: 'snooze', until: new Date(Date.now() + days * dayMs).toISOString() });
  return (
    <div className={classes.actions}>
      <button type="button" disabled={isSending} onClick={() => answer({ action: 'acknowledge' })}>
        Acknowledge
      </button>
      <button type="button" disabled={isSending} onClick={() => snooze(1)}>
        Put off a day
      </button>
      <button type="button" disabled={isSending} onClick={() => snooze(7)}>
        a week
      </button>
      <button
        type="button"
        disabled={isSending}
        title="It must get well before it is told again"
        onClick={() => answer({ action: 'resolve' })}
      >
        Put to rest
      </button>
      <TroubleLine refusal={refusal} />
    </div>
  );
}
