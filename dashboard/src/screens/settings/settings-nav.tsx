'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './settings.module.css';

const pages = [
  ['/settings', 'Organization'],
  ['/settings/members', 'Members'],
  ['/settings/api-keys', 'API keys'],
  ['/settings/sessions', 'Your sign-in'],
  ['/settings/audit', 'Audit log'],
  ['/settings/queues', 'Work in progress'],
] as const;

export function SettingsNav() {
  const path = usePathname();
  return (
    <nav className={classes.nav} aria-label="Settings">
      {pages.map(([href, name]) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
