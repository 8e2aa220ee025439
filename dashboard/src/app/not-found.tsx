import Link from 'next/link';
import classes from '../parts/sentence.module.css';

export default function NotFound() {
  return (
    <main style={{ padding: 48 }}>
      <h1 className={classes.sentence}>
        There is nothing at this address; what it led to may have been deleted with its connection. <Link href="/">To the overview</Link>
      </h1>
    </main>
  );
}
