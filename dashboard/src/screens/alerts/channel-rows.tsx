'use client';

import type { Channel } from '@speedtax/contract';
import { useState } from 'react';
import rowsClasses from '../../parts/rows.module.css';
import classes from './alerts.module.css';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

const kinds = { slack: 'Slack', email: 'e-mail', teams: 'Microsoft Teams', webhook: 'signed webhook' } as const;

/** Each channel with a test; what came of it stands under the messages. */
export function ChannelRows({ channels, canAdmin }: { channels: readonly Channel[]; canAdmin: boolean }) {
  const { send, refusal, isSending } = useChange();
  const [tested, setTested] = useState<string | null>(null);
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Name</th>
            <th>Kind</th>
            <th>Goes to</th>
            {canAdmin && <th aria-label="Change it" />}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel.id}>
              <th scope="row">{channel.name}</th>
              <td className={rowsClasses.second}>{kinds[channel.kind]}</td>
              <td className={rowsClasses.second}>{channel.target || 'the owner, and whoever waited'}</td>
              {canAdmin && (
                <td>
                  <div className={classes.actions}>
                    {channel.target !== '' && (
                      <button
                        type="button"
                        disabled={isSending}
                        onClick={() => send('POST', `/channels/${channel.id}/test`, undefined, () => setTested(channel.name))}
                      >
                        Send a test
                      </button>
                    )}
                    <button type="button" disabled={isSending} onClick={() => send('DELETE', `/channels/${channel.id}`)}>
                      Delete
                    </button>
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {tested && (
        <p className={classes.quiet} role="status">
          A test is on its way to {tested}; what the receiver says stands under Messages after a moment.
        </p>
      )}
      <TroubleLine refusal={refusal} />
    </div>
  );
}
