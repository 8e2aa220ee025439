import classes from './skeleton.module.css';

/** The shape of a page while its figures are on their way: a sentence, then rows. */
export function PageSkeleton({ rows = 8, strip = true }: { rows?: number; strip?: boolean }) {
  return (
    <div role="status" aria-label="Reading the figures" className={classes.page}>
      <span className={classes.sentence} style={{ width: '78%' }} />
      <span className={classes.sentence} style={{ width: '46%' }} />
      {strip && <span className={classes.strip} />}
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <span key={row} className={classes.row} style={{ width: `${100 - ((row * 37) % 40)}%` }} />
      ))}
    </div>
  );
}
