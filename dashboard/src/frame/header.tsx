import type { Account } from '@speedtax/contract';
import { AccountMenu } from './account-menu.tsx';
import { ColorSchemeSwitch } from './color-scheme-switch.tsx';
import classes from './header.module.css';
import { RangeControl } from './range-control.tsx';
import { SyncState } from './sync-state.tsx';

interface Props {
  /** Whose session it is; null for the local user of a machine. */
  account: Account | null;
  organizationId: string;
  organization: string;
  isDemo: boolean;
  /** The last day with data, and from where any range may begin. */
  today: string;
}

export function Header({ account, organizationId, organization, isDemo, today }: Props) {
  return (
    <header className={classes.header}>
      {account && <AccountMenu account={account} organizationId={organizationId} organization={organization} />}
      <span className={classes.organization}>
        {!account && organization}
        {isDemo && <span className={classes.demo}>demo</span>}
      </span>
      <RangeControl today={today} />
      <span className={classes.push} />
      <SyncState />
      <ColorSchemeSwitch />
    </header>
  );
}
