import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './rows.module.css';

interface Props {
  children: ReactNode;
  /** The address of this page in this order. */
  href: string;
  isSorted: boolean;
  numeric?: boolean;
  className?: string | undefined;
}

/** The head of a column that the table can be ordered by; the order stands in the address. */
export function OrderHead({ children, href, isSorted, numeric = true, className }: Props) {
  return (
    <th data-numeric={numeric || undefined} aria-sort={isSorted ? 'descending' : 'none'} className={className}>
      <Link href={href} replace scroll={false} className={isSorted ? classes.sorted : undefined}>
        {children}
        {isSorted && <span aria-hidden="true"> ↓</span>}
      </Link>
    </th>
  );
}
