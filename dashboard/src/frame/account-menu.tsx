'use client';

import { Popover } from '@mantine/core';
import type { Account } from '@speedtax/contract';
import Link from 'next/link';
import { useState } from 'react';
import { sendApi } from '../api/send-api.ts';
import classes from './header.module.css';
import { SignOutButton } from './sign-out-button.tsx';

interface Props {
  account: Account;
  /** The one that is looked at. */
  organizationId: string;
  organization: string;
}

/** The organization that is looked at; opens to the others of this account, and to signing out. */
export function AccountMenu({ account, organizationId, organization }: Props) {
  const [isOpen, setOpen] = useState(false);

  async function lookAt(chosen: string) {
    const sent = await sendApi('PUT', '/api/v1/account/organization', { organizationId: chosen });
    if (sent.ok) window.location.assign('/');
  }

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" offset={4} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.control}
          onClick={() => setOpen(!isOpen)}
          aria-label={`Organization: ${organization}. Change it, or sign out`}
        >
          <svg
            className={classes.person}
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <circle cx="8" cy="5.5" r="3" />
            <path d="M2.5 14c.8-3 2.9-4.5 5.5-4.5s4.7 1.5 5.5 4.5" />
          </svg>
          <span className={classes.name}>{organization}</span>
          <span className={classes.caret} aria-hidden="true">
            ▼
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label="Account">
        {account.organizations.map((one) => (
          <button
            key={one.organizationId}
            type="button"
            className={classes.choice}
            aria-current={one.organizationId === organizationId ? 'true' : undefined}
            onClick={() => lookAt(one.organizationId)}
          >
            {one.name}
          </button>
        ))}
        <Link href="/settings/sessions" className={classes.choice} onClick={() => setOpen(false)}>
          {account.name}, {account.email}
        </Link>
        <div className={classes.out}>
          <SignOutButton />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
