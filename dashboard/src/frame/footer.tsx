import type { SpeedTax } from '@speedtax/contract';
import { formatInstantIn } from '../words/instant-in.ts';
import { formatShare } from '../words/share.ts';
import classes from './footer.module.css';
import { doubtfulCoverage } from './prepare-sync-state.ts';

/** What the figures above rest on. */
export function Footer({ tax }: { tax: SpeedTax }) {
  const { covered } = tax.coverage;
  const isDoubtful = covered !== null && covered < doubtfulCoverage;
  return (
    <footer className={classes.footer}>
      <span data-doubtful={isDoubtful || undefined}>
        {covered === null ? 'Nothing read yet' : `${formatShare(covered)} of issues and dependencies known without a gap`}
      </span>
      <span>{tax.dataCutOff ? `Data up to ${formatInstantIn(tax.timeZone, tax.dataCutOff)}, ${tax.timeZone}` : 'No figures yet'}</span>
      <span>Engine {tax.engineVersion}</span>
    </footer>
  );
}
