'use client';

import type { Connection } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from './add-linear.module.css';

interface Refusal {
  message: string;
  byField: Record<string, string>;
}

/** Connects a Linear workspace: a name and an API key; the key is tried before anything is stored. */
export function AddLinear() {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isTrying, startTrying] = useTransition();

  function connect(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (field: string) => String(data.get(field) ?? '').trim();
    const baseUrl = text('baseUrl');
    startTrying(async () => {
      const sent = await sendApi<Connection>('POST', '/api/v1/connections', {
        provider: 'linear',
        name: text('name'),
        apiKey: text('apiKey'),
        ...(baseUrl ? { baseUrl } : {}),
      });
      if (!sent.ok) return setRefusal(sent);
      setRefusal(null);
      form.reset();
      router.refresh();
    });
  }

  return (
    <form className={classes.form} onSubmit={connect}>
      <Field name="name" label="Name" placeholder="Our Linear" error={refusal?.byField.name} />
      <Field name="apiKey" label="API key" type="password" placeholder="lin_api_…" error={refusal?.byField.apiKey} />
      <details className={classes.advanced}>
        <summary>Advanced</summary>
        <Field
          name="baseUrl"
          label="GraphQL endpoint"
          type="url"
          placeholder="https://api.linear.app/graphql"
          isOptional
          error={refusal?.byField.baseUrl}
        />
      </details>
      <div className={classes.actions}>
        <button type="submit" disabled={isTrying}>
          {isTrying ? 'Trying the key…' : 'Connect Linear'}
        </button>
        {refusal && (
          <p className={classes.refusal} role="alert">
            {refusal.message}
          </p>
        )}
      </div>
      <p className={classes.note}>
        Make a personal API key in Linear under Settings, Security &amp; access; to read is enough. It is tried first and stored encrypted
        only if Linear accepts it. Speedtax never writes to Linear.
      </p>
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  placeholder: string;
  type?: 'text' | 'password' | 'url';
  isOptional?: boolean;
  error: string | undefined;
}

function Field({ name, label, placeholder, type = 'text', isOptional = false, error }: FieldProps) {
  return (
    <label className={classes.field}>
      <span>{label}</span>
      <input
        name={name}
        type={type}
        placeholder={placeholder}
        required={!isOptional}
        autoComplete="off"
        spellCheck={false}
        maxLength={type === 'url' ? 2000 : 500}
        aria-invalid={error ? true : undefined}
      />
      {error && <span className={classes.refusal}>{error}</span>}
    </label>
  );
}
