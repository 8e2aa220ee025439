'use client';

import type { Channel } from '@speedtax/contract';
import { type SubmitEvent, useState } from 'react';
import classes from './alerts.module.css';
import type { RuleView } from './prepare-rule.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

const events = [
  { value: 'raised', text: 'raised' },
  { value: 'cleared', text: 'well again' },
  { value: 'reminded', text: 'put off until now' },
  { value: 'freed', text: 'a blocker is gone' },
] as const;

interface Props {
  channels: readonly Channel[];
  rules: readonly RuleView[];
  timeZone: string;
}

/** Tells a channel from now on, as a sentence. */
export function AddSubscription({ channels, rules, timeZone }: Props) {
  const [isDigest, setDigest] = useState(false);
  const [isQuiet, setQuiet] = useState(false);
  const { send, refusal, isSending } = useChange();

  function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = (field: string) => String(data.get(field) ?? '').trim();
    send('POST', '/alert-subscriptions', {
      channelId: read('channel'),
      ruleId: read('rule') || null,
      tells: data.getAll('tells'),
      timeZone: read('timeZone'),
      quietHours: isQuiet ? { from: read('quietFrom'), to: read('quietTo') } : null,
      digestAt: isDigest ? read('digestAt') : null,
    });
  }

  return (
    <details className={classes.details}>
      <summary>Tell a channel</summary>
      <form className={classes.form} onSubmit={add}>
        <p className={classes.sentence}>
          Tell{' '}
          <select name="channel" aria-label="Channel">
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>{' '}
          of{' '}
          <select name="rule" aria-label="Rule">
            <option value="">every rule</option>
            {rules.map(({ id, when, of }) => (
              <option key={id} value={id}>
                {when}, {of}
              </option>
            ))}
          </select>
          , when it is
        </p>
        <p className={classes.sentence}>
          {events.map(({ value, text }) => (
            <label key={value} className={classes.check}>
              <input type="checkbox" name="tells" value={value} defaultChecked={value !== 'freed'} /> {text}
            </label>
          ))}
        </p>
        <p className={classes.sentence}>
          <label className={classes.check}>
            <input type="checkbox" checked={isDigest} onChange={(event) => setDigest(event.target.checked)} /> once a day
          </label>
          {isDigest && <input type="time" name="digestAt" aria-label="Time of the digest" defaultValue="08:00" required />}
          <label className={classes.check}>
            <input type="checkbox" checked={isQuiet} onChange={(event) => setQuiet(event.target.checked)} /> never from
          </label>
          {isQuiet && (
            <>
              <input type="time" name="quietFrom" aria-label="Quiet from" defaultValue="20:00" required /> to{' '}
              <input type="time" name="quietTo" aria-label="Quiet until" defaultValue="07:00" required />
            </>
          )}
          by the clocks of <input name="timeZone" aria-label="Time zone" defaultValue={timeZone} required maxLength={100} />
        </p>
        <div className={classes.actions}>
          <button type="submit" data-main disabled={isSending}>
            Tell it
          </button>
        </div>
        <TroubleLine refusal={refusal} />
      </form>
    </details>
  );
}
