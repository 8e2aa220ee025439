'use client';

import rowsClasses from '../../parts/rows.module.css';
import classes from './alerts.module.css';
import type { RuleView } from './prepare-rule.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

/** Each rule with a switch. */
export function RuleRows({ rules, canWrite }: { rules: readonly RuleView[]; canWrite: boolean }) {
  const { send, refusal, isSending } = useChange();
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Tells when there are</th>
            <th>Of</th>
            <th className={rowsClasses.wideOnly}>Made by</th>
            <th>State</th>
            {canWrite && <th aria-label="Change it" />}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">{rule.when}</th>
              <td className={rowsClasses.second}>{rule.of}</td>
              <td className={`${rowsClasses.quiet} ${rowsClasses.wideOnly}`}>{rule.made}</td>
              <td className={rule.on ? undefined : rowsClasses.quiet}>{rule.on ? 'on' : 'off'}</td>
              {canWrite && (
                <td>
                  <div className={classes.actions}>
                    <button type="button" disabled={isSending} onClick={() => send('PATCH', `/alert-rules/${rule.id}`, { on: !rule.on })}>
                      Switch {rule.on ? 'off' : 'on'}
                    </button>
                    <button type="button" disabled={isSending} onClick={() => send('DELETE', `/alert-rules/${rule.id}`)}>
                      Delete
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
