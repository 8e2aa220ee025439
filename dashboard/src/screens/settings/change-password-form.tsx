'use client';

import { useState } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import classes from '../../parts/form.module.css';
import { TextField } from '../../parts/text-field.tsx';

export function ChangePasswordForm() {
  const [isChanged, setChanged] = useState(false);
  return (
    <AskForm
      action="Change it"
      doing="Changing it…"
      done={isChanged ? <p className={classes.told}>The new password holds from now on.</p> : undefined}
      onSend={async (read) => {
        const body = { currentPassword: read('current'), newPassword: read('next'), revokeOtherSessions: true };
        const sent = await sendApi('POST', '/api/auth/change-password', body);
        if (!sent.ok) return sent;
        setChanged(true);
        return null;
      }}
    >
      {() => (
        <>
          <TextField name="current" label="Present password" type="password" autoComplete="current-password" />
          <TextField name="next" label="New password" type="password" autoComplete="new-password" minLength={12} />
        </>
      )}
    </AskForm>
  );
}
