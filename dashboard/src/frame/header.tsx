import { ColorSchemeSwitch } from './color-scheme-switch.tsx';
import classes from './header.module.css';
import { RangeControl } from './range-control.tsx';
import { SyncState } from './sync-state.tsx';

interface Props {
  organization: string;
  isDemo: boolean;
  /** The last day with data, and from where any range may begin. */
  today: string;
}

export function Header({ organization, isDemo, today }: Props) {
  return (
    <header className={classes.header}>
      <span className={classes.organization}>
        {organization}
        {isDemo && <span className={classes.demo}>demo</span>}
      </span>
      <RangeControl today={today} />
      <span className={classes.push} />
      <SyncState />
      <ColorSchemeSwitch />
    </header>
  );
}
