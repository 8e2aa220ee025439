'use client';

import classes from './identities.module.css';
import type { IdentityAction } from './prepare-identities.ts';
import { useDecision } from './use-decision.ts';

/** What can be said of two: one button each. `subject` names them to who cannot see the row. */
export function DecisionButtons({ actions, subject }: { actions: readonly IdentityAction[]; subject: string }) {
  const { send, isSending, trouble } = useDecision();
  return (
    <span className={classes.actions}>
      {actions.map((action) => (
        <button
          key={`${action.words} ${action.path}`}
          type="button"
          disabled={isSending}
          aria-label={`${action.words}: ${subject}`}
          onClick={() => send(action)}
        >
          {action.words}
        </button>
      ))}
      {trouble && (
        <span className={classes.trouble} role="alert">
          {trouble}
        </span>
      )}
    </span>
  );
}
