'use client';

import type { Role } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import formClasses from '../../parts/form.module.css';
import classes from './settings.module.css';

const roles: readonly Role[] = ['owner', 'admin', 'member', 'viewer'];

interface Props {
  userId: string;
  name: string;
  role: Role;
  /** Owners are made and unmade by owners. */
  mayOwn: boolean;
}

export function RoleSelect({ userId, name, role, mayOwn }: Props) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();

  function change(next: string) {
    startSending(async () => {
      const sent = await sendApi('PATCH', `/api/v1/members/${userId}`, { role: next });
      setTrouble(sent.ok ? null : sent.message);
      router.refresh();
    });
  }

  return (
    <>
      <select
        className={classes.select}
        value={role}
        disabled={isSending || (role === 'owner' && !mayOwn)}
        aria-label={`Role of ${name}`}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {roles.map((one) => (
          <option key={one} value={one} disabled={one === 'owner' && !mayOwn}>
            {one}
          </option>
        ))}
      </select>
      {trouble && (
        <span className={formClasses.refusal} role="alert">
          {' '}
          {trouble}
        </span>
      )}
    </>
  );
}
