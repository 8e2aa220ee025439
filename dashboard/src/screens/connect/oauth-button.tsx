'use client';

import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from './connect.module.css';

interface Props {
  provider: 'linear' | 'jira';
  text: string;
  /** Whose credentials are to be replaced. */
  connectionId?: string;
}

/** Leads to the tracker's own page, on which somebody lets us in. */
export function OauthButton({ provider, text, connectionId }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isLeaving, startLeaving] = useTransition();

  function leave() {
    startLeaving(async () => {
      const wish = { provider, name: text, startsPaused: true, ...(connectionId && { connectionId }) };
      const sent = await sendApi<{ url: string }>('POST', '/api/v1/oauth', wish);
      if (sent.ok) window.location.assign(sent.value.url);
      else setTrouble(sent.message);
    });
  }

  return (
    <div className={classes.oauth}>
      <div className={classes.actions}>
        <button type="button" data-main disabled={isLeaving} onClick={leave}>
          {isLeaving ? 'Leading you there…' : `Sign in at ${provider === 'linear' ? 'Linear' : 'Atlassian'}`}
        </button>
        {trouble && (
          <span className={classes.refusal} role="alert">
            {trouble}
          </span>
        )}
      </div>
      <p className={classes.quiet}>You allow it there and come back here. Or use a key:</p>
    </div>
  );
}
