'use client';

import type { SignInMethods } from '@speedtax/contract';
import { useState } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import formClasses from '../../parts/form.module.css';
import { TextField } from '../../parts/text-field.tsx';
import classes from './door.module.css';

interface Props {
  methods: SignInMethods;
  /** Where to go then: an address of our own. */
  to: string;
}

/** By password, or by whom else this installation trusts. */
export function SignInForm({ methods, to }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);

  async function goTo(provider: string) {
    const sent = await sendApi<{ url: string }>('POST', '/api/auth/sign-in/social', {
      provider,
      callbackURL: to,
      errorCallbackURL: '/sign-in',
    });
    if (sent.ok) window.location.assign(sent.value.url);
    else setTrouble(sent.message);
  }

  const others = [...(methods.google ? [['google', 'Google'] as const] : []), ...(methods.oidc ? [['oidc', methods.oidc] as const] : [])];
  return (
    <>
      <AskForm
        action="Sign in"
        doing="Signing in…"
        onSend={async (read) => {
          const sent = await sendApi('POST', '/api/auth/sign-in/email', { email: read('email').trim(), password: read('password') });
          if (!sent.ok) return sent;
          window.location.assign(to);
          return null;
        }}
      >
        {() => (
          <>
            <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
            <TextField name="password" label="Password" type="password" autoComplete="current-password" />
          </>
        )}
      </AskForm>
      {others.length > 0 && (
        <div className={classes.others}>
          {others.map(([provider, name]) => (
            <button key={provider} type="button" className={formClasses.button} onClick={() => goTo(provider)}>
              Sign in with {name}
            </button>
          ))}
          {trouble && (
            <p className={formClasses.refusal} role="alert">
              {trouble}
            </p>
          )}
        </div>
      )}
    </>
  );
}
