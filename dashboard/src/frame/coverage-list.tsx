import type { Coverage } from '@speedtax/contract';
import { formatShare } from '../words/share.ts';
import classes from './coverage-list.module.css';
import { prepareCoverage } from './prepare-coverage.ts';

const count = new Intl.NumberFormat('en-US');

/** What the figures rest on, and what is missing from it. */
export function CoverageList({ coverage }: { coverage: Coverage }) {
  const gaps = prepareCoverage(coverage);
  return (
    <div>
      <p className={classes.head}>
        <strong>{formatShare(coverage.covered)}</strong> of {count.format(coverage.issues)} issues and {count.format(coverage.dependencies)}{' '}
        dependencies are known without a gap.
      </p>
      {gaps.length > 0 && (
        <table className={classes.gaps}>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.words}>
                <td>{count.format(gap.count)}</td>
                <td>
                  {gap.words}
                  {gap.total !== null && <span className={classes.of}> of {count.format(gap.total)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.note}>Never guessed: what is not known is not taxed, and counted here.</p>
    </div>
  );
}
