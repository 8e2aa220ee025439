'use client';

import { useState } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import classes from '../../parts/form.module.css';
import { TextField } from '../../parts/text-field.tsx';

/** Asks for a link by which a new password can be chosen. */
export function ForgotPasswordForm({ isPrinted }: { isPrinted: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const where = isPrinted ? 'is printed where Speedtax runs: there is no mail server' : 'is on its way';
  return (
    <AskForm
      action="Send me a link"
      doing="Sending…"
      done={isAsked ? <p className={classes.told}>If there is an account with this address, a link {where}.</p> : undefined}
      onSend={async (read) => {
        const sent = await sendApi('POST', '/api/auth/request-password-reset', { email: read('email').trim() });
        if (!sent.ok) return sent;
        setAsked(true);
        return null;
      }}
    >
      {() => <TextField name="email" label="E-mail address" type="email" autoComplete="username" />}
    </AskForm>
  );
}

/** Takes the new password; every session of the account ends. */
export function ResetPasswordForm({ token }: { token: string }) {
  return (
    <AskForm
      action="Keep this password"
      doing="Keeping it…"
      onSend={async (read) => {
        const sent = await sendApi('POST', '/api/auth/reset-password', { newPassword: read('password'), token });
        if (!sent.ok) return sent;
        window.location.assign('/sign-in');
        return null;
      }}
    >
      {() => <TextField name="password" label="New password" type="password" autoComplete="new-password" minLength={12} />}
    </AskForm>
  );
}
