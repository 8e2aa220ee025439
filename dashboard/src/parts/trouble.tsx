'use client';

import classes from './trouble.module.css';

interface Props {
  error: unknown;
  retry: () => void;
}

/** A page that could not be drawn: what to do, and the sign under which the server's log tells why. */
export function Trouble({ error, retry }: Props) {
  const sign = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div className={classes.trouble} role="alert">
      <h1>These figures could not be read.</h1>
      <p>
        The server that computes them did not answer, or answered with something we cannot read. Nothing is lost. Try again; if it stays,
        look at the log of the API{sign && <> for the sign {<code>{sign}</code>}</>}.
      </p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
