'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from './connect.module.css';

interface Props {
  connectionId: string;
  provider: 'linear' | 'jira';
  choices: readonly { key: string; name: string }[];
}

/** Which teams or projects are read: all of them, also those to come, unless some are left out. */
export function ScopeForm({ connectionId, provider, choices }: Props) {
  const router = useRouter();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();
  const chosen = choices.filter(({ key }) => !leftOut.has(key));
  const what = provider === 'linear' ? 'team' : 'project';

  function toggle(key: string) {
    const next = new Set(leftOut);
    if (!next.delete(key)) next.add(key);
    setLeftOut(next);
  }

  function read() {
    startSending(async () => {
      const path = `/api/v1/connections/${connectionId}`;
      const keys = leftOut.size === 0 ? null : chosen.map(({ key }) => key);
      const stored = await sendApi('PUT', `${path}/scope`, { keys });
      const sent = stored.ok ? await sendApi('POST', `${path}/resume`) : stored;
      setTrouble(sent.ok ? null : sent.message);
      if (sent.ok) router.refresh();
    });
  }

  return (
    <div className={classes.scope}>
      <ul className={classes.list} aria-label={`${what}s`}>
        {choices.map(({ key, name }) => (
          <li key={key}>
            <label>
              <input type="checkbox" checked={!leftOut.has(key)} onChange={() => toggle(key)} />
              {name} {provider === 'jira' && <span className={classes.quiet}>{key}</span>}
            </label>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <button type="button" data-main disabled={isSending || (choices.length > 0 && chosen.length === 0)} onClick={read}>
          {isSending ? 'Starting…' : sayRead(chosen.length, choices.length, what)}
        </button>
        {choices.length > 0 && (
          <button type="button" onClick={() => setLeftOut(new Set(leftOut.size === 0 ? choices.map(({ key }) => key) : []))}>
            {leftOut.size === 0 ? 'Leave all out' : 'Take all'}
          </button>
        )}
        {trouble && (
          <span className={classes.refusal} role="alert">
            {trouble}
          </span>
        )}
      </div>
    </div>
  );
}

function sayRead(chosen: number, all: number, what: string): string {
  if (chosen === all) return all === 0 ? 'Read everything' : `Read all ${all} ${what}s`;
  return `Read ${chosen} of ${all} ${what}s`;
}
