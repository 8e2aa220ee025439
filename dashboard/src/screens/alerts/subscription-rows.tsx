'use client';

import rowsClasses from '../../parts/rows.module.css';
import classes from './alerts.module.css';
import type { SubscriptionView } from './prepare-subscription.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

/** Which channel is told what, and when. */
export function SubscriptionRows({ subscriptions, canWrite }: { subscriptions: readonly SubscriptionView[]; canWrite: boolean }) {
  const { send, refusal, isSending } = useChange();
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Channel</th>
            <th>Is told</th>
            <th>When</th>
            {canWrite && <th aria-label="End it" />}
          </tr>
        </thead>
        <tbody>
          {subscriptions.map(({ id, channel, what, when }) => (
            <tr key={id}>
              <th scope="row">{channel}</th>
              <td className={rowsClasses.second}>{what}</td>
              <td className={rowsClasses.second}>{when}</td>
              {canWrite && (
                <td>
                  <div className={classes.actions}>
                    <button type="button" disabled={isSending} onClick={() => send('DELETE', `/alert-subscriptions/${id}`)}>
                      End it
                    </button>
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <TroubleLine refusal={refusal} />
    </div>
  );
}
