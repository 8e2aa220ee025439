import { DecisionButtons } from './decision-buttons.tsx';
import classes from './identities.module.css';
import type { DecisionRow } from './prepare-identities.ts';

/** What somebody has said, latest first; taken back, addresses and names decide again. */
export function DecisionRows({ rows, canDecide }: { rows: readonly DecisionRow[]; canDecide: boolean }) {
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.key} className={classes.row} data-decision>
          <span className={classes.places}>{row.words}</span>
          <span className={classes.why}>
            {row.by}, {row.at}
          </span>
          {canDecide && <DecisionButtons actions={[row.undo]} subject={row.words} />}
        </li>
      ))}
    </ul>
  );
}
