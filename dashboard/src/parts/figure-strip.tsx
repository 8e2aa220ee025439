import Link from 'next/link';
import type { Term as TermName } from '../words/definitions.ts';
import classes from './figure-strip.module.css';
import { Term } from './term.tsx';

export interface StripFigure {
  term: TermName;
  label: string;
  value: string;
  /** What stands behind the rounded value; or why there is none. */
  exact: string;
  /** Range, n, or what it is compared with. */
  note?: string | undefined;
  href?: string | undefined;
}

/** The few figures a page is about, in one line between hairlines. */
export function FigureStrip({ figures }: { figures: readonly StripFigure[] }) {
  return (
    <dl className={classes.strip}>
      {figures.map((figure) => (
        <div key={figure.label} className={classes.figure}>
          <dt>
            <Term of={figure.term}>{figure.label}</Term>
          </dt>
          <dd title={figure.exact}>
            {figure.href ? <Link href={figure.href}>{figure.value}</Link> : figure.value}
            {figure.note && <span className={classes.note}>{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
