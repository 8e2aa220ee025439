import Link from 'next/link';
import classes from '../../parts/sentence.module.css';

export default function NotFound() {
  return (
    <h1 className={classes.sentence}>
      There is nothing at this address; what it led to may have been deleted with its connection. <Link href="/">To the overview</Link>
    </h1>
  );
}
