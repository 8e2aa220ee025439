import classes from '../../parts/sentence.module.css';

/** Where a reader without a session ends up. */
export default function SignedOutPage() {
  return (
    <main style={{ padding: 48 }}>
      <div className={classes.head}>
        <h1 className={classes.sentence}>
          You are not signed in. Open Speedtax at the address it printed when it started, and <a href="/">this browser is signed in</a>.
        </h1>
        <p className={classes.note}>Scripts use an API key: Authorization: Bearer, followed by the key.</p>
      </div>
    </main>
  );
}
