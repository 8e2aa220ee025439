import type { ReactNode } from 'react';
import classes from './section.module.css';

interface Props {
  title: ReactNode;
  /** What is counted, over which time, or how many are shown. */
  note?: ReactNode;
  /** A link to the whole of it. */
  more?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a hairline. */
export function Section({ title, note, more, children }: Props) {
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {note && <span className={classes.note}>{note}</span>}
        {more && <span className={classes.more}>{more}</span>}
      </header>
      {children}
    </section>
  );
}

/** Two sections beside each other where there is room. */
export function Columns({ children, wide = 'both' }: { children: ReactNode; wide?: 'first' | 'both' }) {
  return (
    <div className={classes.columns} data-wide={wide}>
      {children}
    </div>
  );
}
