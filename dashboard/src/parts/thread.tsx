import type { Verdict } from './prepare-verdict.ts';
import classes from './thread.module.css';

/** The thread that holds an initiative: thick for one leader with one job, thin for part-time, frayed for several, broken for none. */
export function Thread({ verdict }: { verdict: Verdict }) {
  return (
    <span className={classes.thread} data-thread={verdict.thread} title={verdict.because}>
      <svg width="22" height="12" viewBox="0 0 22 12" fill="none" stroke="currentColor" aria-hidden="true">
        {strands[verdict.thread]}
      </svg>
      {verdict.words}
    </span>
  );
}

const strands = {
  whole: <path d="M1 6h20" strokeWidth="4" />,
  thin: <path d="M1 6h20" strokeWidth="1.5" />,
  frayed: <path d="M1 6h8c4 0 6-4 12-4M9 6h12M9 6c4 0 6 4 12 4" strokeWidth="1.25" />,
  none: <path d="M1 6h5M16 6h5" strokeWidth="1.5" strokeDasharray="2 2" />,
};
