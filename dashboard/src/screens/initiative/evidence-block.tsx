import { Thread } from '../../parts/thread.tsx';
import classes from './evidence-block.module.css';
import type { Evidence } from './prepare-evidence.ts';

/** Who holds the initiative, what that rests on, and how it came to be. */
export function EvidenceBlock({ evidence }: { evidence: Evidence }) {
  return (
    <div className={classes.evidence}>
      <p>
        <Thread verdict={evidence.verdict} />
      </p>
      <p className={classes.because}>{evidence.verdict.because}</p>
      {evidence.isRotating && <p className={classes.rotating}>Rotating: its owner changed at least twice in 90 days.</p>}
      {evidence.ownerChanges.length > 0 && (
        <ol className={classes.changes}>
          {evidence.ownerChanges.map((change) => (
            <li key={change.key}>
              <span>{change.day}</span>
              {change.words}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
