'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import classes from '../../parts/form.module.css';

/** Invites somebody; where no letter can be sent, the link is shown to be passed on. */
export function InviteForm({ mayOwn }: { mayOwn: boolean }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [invited, setInvited] = useState<{ email: string; link: string | null } | null>(null);
  const [isSending, startSending] = useTransition();

  function invite(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    startSending(async () => {
      const sent = await sendApi<{ email: string; link: string | null }>('POST', '/api/v1/invitations', {
        email: data.get('email'),
        role: data.get('role'),
      });
      setTrouble(sent.ok ? null : (sent.byField.email ?? sent.message));
      if (!sent.ok) return;
      setInvited(sent.value);
      form.reset();
      router.refresh();
    });
  }

  return (
    <>
      <form className={classes.line} onSubmit={invite}>
        <label>
          Invite <input name="email" type="email" required placeholder="ann@example.com" aria-label="E-mail address" maxLength={320} />
        </label>
        <label>
          as{' '}
          <select name="role" defaultValue="member" aria-label="Role">
            {mayOwn && <option>owner</option>}
            <option>admin</option>
            <option>member</option>
            <option>viewer</option>
          </select>
        </label>
        <button type="submit" className={classes.main} disabled={isSending}>
          {isSending ? 'Inviting…' : 'Invite'}
        </button>
      </form>
      {trouble && (
        <p className={classes.refusal} role="alert">
          {trouble}
        </p>
      )}
      {invited && (
        <p className={classes.told} role="status">
          {invited.link === null ? (
            `A letter is on its way to ${invited.email}.`
          ) : (
            <>
              There is no mail server, so pass this link on to {invited.email}. It is shown once: <code>{invited.link}</code>
            </>
          )}
        </p>
      )}
    </>
  );
}
