import Link from 'next/link';
import classes from './empty.module.css';

interface Props {
  words: string;
  next?: { text: string; href: string } | undefined;
}

/** Nothing to show, why, and where to go from here. */
export function Empty({ words, next }: Props) {
  return (
    <p className={classes.empty}>
      {words}{' '}
      {next && (
        <Link className={classes.next} href={next.href}>
          {next.text}
        </Link>
      )}
    </p>
  );
}
