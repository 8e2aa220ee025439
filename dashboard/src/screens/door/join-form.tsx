'use client';

import { sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** Accepts an invitation with the account that is signed in. */
export function JoinForm({ token }: { token: string }) {
  return (
    <AskForm
      action="Join"
      doing="Joining…"
      onSend={async () => {
        const sent = await sendApi('POST', '/api/v1/account/invitations', { token });
        if (!sent.ok) return sent;
        window.location.assign('/');
        return null;
      }}
    >
      {() => null}
    </AskForm>
  );
}

/** Makes an organization of one's own. */
export function FoundForm() {
  return (
    <AskForm
      action="Make the organization"
      doing="Making it…"
      onSend={async (read) => {
        const sent = await sendApi('POST', '/api/v1/organizations', { name: read('name') });
        if (!sent.ok) return sent;
        window.location.assign('/');
        return null;
      }}
    >
      {(errors) => <TextField name="name" label="Name of the organization" autoComplete="organization" error={errors.name} />}
    </AskForm>
  );
}
