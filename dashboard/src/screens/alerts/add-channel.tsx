'use client';

import type { ChannelKind, CreatedChannel } from '@speedtax/contract';
import { type SubmitEvent, useState } from 'react';
import classes from './alerts.module.css';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

const kinds: Record<ChannelKind, { text: string; field: string; placeholder: string }> = {
  slack: { text: 'Slack', field: 'Address of an incoming webhook', placeholder: 'https://hooks.slack.com/services/…' },
  teams: {
    text: 'Microsoft Teams',
    field: 'Address of a workflow that takes webhook requests',
    placeholder: 'https://….logic.azure.com/workflows/…',
  },
  webhook: { text: 'Signed webhook', field: 'Address', placeholder: 'https://…' },
  email: { text: 'E-mail', field: 'Address; leave it empty to write to the owner, and to whoever waited', placeholder: 'team@example.com' },
};

/** A place to tell alerts. Its address is kept sealed and is not shown again. */
export function AddChannel({ canMail }: { canMail: boolean }) {
  const [kind, setKind] = useState<ChannelKind>('slack');
  const [made, setMade] = useState<CreatedChannel | null>(null);
  const { send, refusal, isSending } = useChange();

  function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const read = (field: string) => String(data.get(field) ?? '').trim();
    const to = kind === 'email' ? { address: read('to') || null } : { url: read('to') };
    send<CreatedChannel>('POST', '/channels', { kind, name: read('name'), ...to }, (value) => {
      form.reset();
      setMade(value);
    });
  }

  return (
    <details className={classes.details}>
      <summary>Add a channel</summary>
      <form className={classes.form} onSubmit={add}>
        <label className={classes.field}>
          <span>Kind</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as ChannelKind)}>
            {Object.entries(kinds).map(([value, { text }]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label className={classes.field}>
          <span>Name</span>
          <input name="name" required maxLength={200} autoComplete="off" placeholder="Payments leads" />
        </label>
        <label className={classes.field}>
          <span>{kinds[kind].field}</span>
          <input
            name="to"
            type={kind === 'email' ? 'email' : 'url'}
            required={kind !== 'email'}
            maxLength={2000}
            autoComplete="off"
            placeholder={kinds[kind].placeholder}
          />
        </label>
        {kind === 'email' && !canMail && (
          <p className={classes.trouble}>No mail server is set for this installation (SMTP_URL): mail will be given up.</p>
        )}
        <div className={classes.actions}>
          <button type="submit" data-main disabled={isSending}>
            Add it
          </button>
        </div>
        <TroubleLine refusal={refusal} />
        {made?.signingSecret && (
          <p className={classes.secret} role="status">
            The key that {made.name} checks signatures with, shown this once: <code>{made.signingSecret}</code>
          </p>
        )}
      </form>
    </details>
  );
}
