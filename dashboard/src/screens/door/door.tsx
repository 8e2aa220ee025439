import type { ReactNode } from 'react';
import classes from './door.module.css';

interface Props {
  /** What there is to do, in a sentence. */
  sentence: ReactNode;
  children: ReactNode;
  /** Where else to go from here. */
  ways?: ReactNode;
}

/** A page in front of the figures: signing in, and what comes before it. */
export function Door({ sentence, children, ways }: Props) {
  return (
    <main className={classes.door}>
      <span className={classes.name}>Speedtax</span>
      <h1>{sentence}</h1>
      {children}
      {ways && <p className={classes.ways}>{ways}</p>}
    </main>
  );
}
