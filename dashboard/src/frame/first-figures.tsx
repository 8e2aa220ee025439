import type { Coverage } from '@speedtax/contract';
import classes from './first-figures.module.css';
import { prepareFirstFigures } from './prepare-first-figures.ts';

/** Early figures are better than none, as long as nobody takes them for the last word. */
export function FirstFigures({ coverage }: { coverage: Coverage }) {
  const words = prepareFirstFigures(coverage);
  return words && <p className={classes.note}>{words}</p>;
}
