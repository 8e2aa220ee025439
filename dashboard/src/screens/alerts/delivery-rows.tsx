'use client';

import rowsClasses from '../../parts/rows.module.css';
import classes from './alerts.module.css';
import type { DeliveryView } from './prepare-delivery.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

/** What was and is to be sent, with what the receiver said; what was given up can be sent again. */
export function DeliveryRows({ deliveries, canWrite }: { deliveries: readonly DeliveryView[]; canWrite: boolean }) {
  const { send, refusal, isSending } = useChange();
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Made</th>
            <th>Channel</th>
            <th>About</th>
            <th>State</th>
            <th className={rowsClasses.wideOnly}>The receiver said</th>
            {canWrite && <th aria-label="Send it again" />}
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td className={rowsClasses.second}>{delivery.at}</td>
              <td>{delivery.channel}</td>
              <td className={rowsClasses.second}>{delivery.about}</td>
              <td data-state={delivery.state} className={classes.state} title={delivery.attempts || undefined}>
                {delivery.stateWords}
              </td>
              <td className={`${rowsClasses.grow} ${rowsClasses.wideOnly}`} title={delivery.answer}>
                {delivery.answer}
              </td>
              {canWrite && (
                <td>
                  {delivery.state === 'dead' && (
                    <div className={classes.actions}>
                      <button type="button" disabled={isSending} onClick={() => send('POST', `/deliveries/${delivery.id}/retry`)}>
                        Send it again
                      </button>
                    </div>
                  )}
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
