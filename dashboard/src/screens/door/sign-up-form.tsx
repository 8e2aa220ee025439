'use client';

import { useState } from 'react';
import { type Sent, sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import classes from '../../parts/form.module.css';
import { TextField } from '../../parts/text-field.tsx';

interface Props {
  /** Of an invitation: its address cannot be changed, and the token lets one in. */
  invited?: { email: string; token: string } | undefined;
}

const leastPasswordCharacters = 12;
const mustVerify = 'EMAIL_NOT_VERIFIED';

/** An account with a password; with an invitation it is a member at once. */
export function SignUpForm({ invited }: Props) {
  const [isLinkSent, setLinkSent] = useState(false);

  async function signUp(read: (field: string) => string): Promise<(Sent<unknown> & { ok: false }) | null> {
    const [email, password] = [read('email').trim(), read('password')];
    const signedUp = await sendApi('POST', '/api/auth/sign-up/email', {
      email,
      password,
      name: read('name').trim(),
      invitation: invited?.token,
    });
    if (!signedUp.ok) return signedUp;
    const signedIn = await sendApi('POST', '/api/auth/sign-in/email', { email, password });
    if (!signedIn.ok && signedIn.code !== mustVerify) return signedIn;
    if (!signedIn.ok) {
      setLinkSent(true);
      return null;
    }
    if (invited) {
      const accepted = await sendApi('POST', '/api/v1/account/invitations', { token: invited.token });
      if (!accepted.ok) return accepted;
    }
    window.location.assign('/');
    return null;
  }

  return (
    <AskForm
      action={invited ? 'Make the account and join' : 'Make the account'}
      doing="Making it…"
      onSend={signUp}
      done={
        isLinkSent ? (
          <p className={classes.told}>A link is on its way to you. It says that the address is yours; then sign in.</p>
        ) : undefined
      }
    >
      {() => (
        <>
          <TextField name="name" label="Your name" autoComplete="name" />
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            defaultValue={invited?.email}
            isReadOnly={invited !== undefined}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="new-password"
            minLength={leastPasswordCharacters}
            note={`At least ${leastPasswordCharacters} characters; four random words are good.`}
          />
        </>
      )}
    </AskForm>
  );
}
