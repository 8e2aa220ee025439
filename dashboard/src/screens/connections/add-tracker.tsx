import Link from 'next/link';
import { connectLink } from '../../address/links.ts';
import { Section } from '../../parts/section.tsx';
import classes from '../connect/connect.module.css';

/** The way to another tracker. */
export function AddTracker() {
  return (
    <Section title={<>Connect</>}>
      <p className={classes.figures}>
        <Link className={classes.main} href={connectLink()}>
          Connect a tracker
        </Link>
      </p>
    </Section>
  );
}
