import { DecisionButtons } from './decision-buttons.tsx';
import classes from './identities.module.css';
import type { IdentityRow } from './prepare-identities.ts';

/** People or teams that several trackers know: where, why they are taken for one, and what can be said of it. */
export function IdentityRows({ rows, canDecide }: { rows: readonly IdentityRow[]; canDecide: boolean }) {
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.key} className={classes.row}>
          <strong className={classes.name}>{row.name}</strong>
          <span className={classes.places}>
            {row.places.map((place) => (
              <span key={place.key}>{place.words}</span>
            ))}
          </span>
          <span className={classes.why}>{row.why}</span>
          {canDecide && <DecisionButtons actions={row.actions} subject={row.name} />}
        </li>
      ))}
    </ul>
  );
}
