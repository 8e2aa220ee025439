'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from '../../parts/form.module.css';

const scopes = ['read', 'write', 'admin'] as const;
const ends = [
  ['30', 'in 30 days'],
  ['90', 'in 90 days'],
  ['365', 'in a year'],
  ['', 'never'],
] as const;

/** Makes an API key and shows it, once. */
export function ApiKeyForm() {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const [isSending, startSending] = useTransition();

  function make(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const days = String(data.get('ends'));
    const body = { name: data.get('name'), scopes: data.getAll('scope'), expiresInDays: days === '' ? null : Number(days) };
    startSending(async () => {
      const sent = await sendApi<{ name: string; key: string }>('POST', '/api/v1/api-keys', body);
      setTrouble(sent.ok ? null : (Object.values(sent.byField)[0] ?? sent.message));
      if (!sent.ok) return;
      setMade(sent.value);
      form.reset();
      router.refresh();
    });
  }

  return (
    <>
      <form className={classes.line} onSubmit={make}>
        <label>
          A key called <input name="name" type="text" required maxLength={100} placeholder="Weekly export" aria-label="Name of the key" />
        </label>
        {scopes.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scope" value={scope} defaultChecked={scope === 'read'} /> {scope}
          </label>
        ))}
        <label>
          that ends{' '}
          <select name="ends" defaultValue="90">
            {ends.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={classes.main} disabled={isSending}>
          {isSending ? 'Making it…' : 'Make it'}
        </button>
      </form>
      {trouble && (
        <p className={classes.refusal} role="alert">
          {trouble}
        </p>
      )}
      {made && (
        <p className={classes.told} role="status">
          {made.name} is shown once: <code>{made.key}</code>
        </p>
      )}
    </>
  );
}
