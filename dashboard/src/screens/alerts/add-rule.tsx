'use client';

import type { AlertKind, AlertPreview } from '@speedtax/contract';
import { type SubmitEvent, useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { formatInstant } from '../../words/instant.ts';
import classes from './alerts.module.css';
import { TroubleLine } from './trouble-line.tsx';
import { useChange } from './use-change.ts';

interface Named {
  id: string;
  name: string;
}

const choices: Record<AlertKind, { text: string; level: number; needsDays: boolean; ofTeams: boolean; ofInitiatives: boolean }> = {
  external_blockers: { text: 'open external blockers', level: 3, needsDays: false, ofTeams: true, ofInitiatives: true },
  blocker_rise: { text: 'more external blockers than before', level: 2, needsDays: true, ofTeams: true, ofInitiatives: true },
  overdue_waits: { text: 'waits longer than 85 % of their pair', level: 1, needsDays: false, ofTeams: true, ofInitiatives: true },
  stalled: { text: 'days stalled', level: 5, needsDays: false, ofTeams: false, ofInitiatives: true },
  ownership: { text: 'owner lost, shared or part-time', level: 1, needsDays: false, ofTeams: false, ofInitiatives: true },
  deadlock: { text: 'issues in a deadlock', level: 1, needsDays: false, ofTeams: true, ofInitiatives: true },
  date_conflict: { text: 'blockers due too late', level: 1, needsDays: false, ofTeams: false, ofInitiatives: true },
  team_tax: { text: '% speed tax of a team', level: 30, needsDays: true, ofTeams: true, ofInitiatives: false },
};

/** A rule as a sentence; tried on the last quarter before it is switched on. */
export function AddRule({ initiatives, teams }: { initiatives: readonly Named[]; teams: readonly Named[] }) {
  const [kind, setKind] = useState<AlertKind>('external_blockers');
  const [level, setLevel] = useState('3');
  const [days, setDays] = useState('7');
  const [subject, setSubject] = useState('');
  const [preview, setPreview] = useState<AlertPreview | string | null>(null);
  const [isTrying, startTrying] = useTransition();
  const { send, refusal, isSending } = useChange();
  const choice = choices[kind];

  function writeRule() {
    const [of = '', id = ''] = subject.split(' ');
    return { kind, level: Number(level), withinDays: Number(days), subject: id === '' ? null : { kind: of, id } };
  }

  function choose(next: AlertKind) {
    setKind(next);
    setLevel(String(choices[next].level));
    setDays(next === 'team_tax' ? '30' : '7');
    setSubject('');
    setPreview(null);
  }

  function tryIt() {
    startTrying(async () => {
      const sent = await sendApi<AlertPreview>('POST', '/api/v1/alert-rules/preview', writeRule());
      setPreview(sent.ok ? sent.value : (Object.values(sent.byField)[0] ?? sent.message));
    });
  }

  function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    send('POST', '/alert-rules', writeRule(), () => setPreview(null));
  }

  return (
    <form className={classes.form} onSubmit={add}>
      <p className={classes.sentence}>
        Tell when there are{' '}
        {kind !== 'ownership' && (
          <input
            aria-label="Level"
            type="number"
            min="0.1"
            step="any"
            required
            value={level}
            onChange={(event) => setLevel(event.target.value)}
          />
        )}{' '}
        <select aria-label="What is measured" value={kind} onChange={(event) => choose(event.target.value as AlertKind)}>
          {Object.entries(choices).map(([value, { text }]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>{' '}
        {choice.needsDays && (
          <>
            within{' '}
            <input
              aria-label="Days"
              type="number"
              min="1"
              max="366"
              required
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />{' '}
            days,{' '}
          </>
        )}
        of{' '}
        <select aria-label="Of what" value={subject} onChange={(event) => setSubject(event.target.value)}>
          <option value="">{choice.ofInitiatives ? 'every initiative' : 'every team'}</option>
          {choice.ofInitiatives && (
            <optgroup label="One initiative">
              {initiatives.map(({ id, name }) => (
                <option key={id} value={`initiative ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {choice.ofTeams && (
            <optgroup label="One team">
              {teams.map(({ id, name }) => (
                <option key={id} value={`team ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </p>
      <div className={classes.actions}>
        <button type="button" disabled={isTrying} onClick={tryIt}>
          {isTrying ? 'Looking back…' : 'Try it on the last quarter'}
        </button>
        <button type="submit" data-main disabled={isSending}>
          Switch it on
        </button>
      </div>
      <TroubleLine refusal={refusal} />
      {preview !== null && <Preview preview={preview} />}
    </form>
  );
}

const firingsShown = 10;

function Preview({ preview }: { preview: AlertPreview | string }) {
  if (typeof preview === 'string') return <p className={classes.trouble}>{preview}</p>;
  const { firings, count, unknownBecause, from } = preview;
  if (unknownBecause !== null) return <p className={classes.quiet}>What it would have told cannot be said: {unknownBecause}</p>;
  if (count === 0) return <p className={classes.quiet}>It would have told nothing since {formatInstant(from)}.</p>;
  return (
    <div>
      <p>
        It would have told {count === 1 ? 'once' : `${count} times`} since {formatInstant(from)}:
      </p>
      <ul className={classes.course}>
        {firings.slice(0, firingsShown).map((firing) => (
          <li key={`${firing.subject.id} ${firing.raisedAt}`}>
            {formatInstant(firing.raisedAt)}: {firing.subject.name} at {Math.round(firing.value * 10) / 10}
            {firing.clearedAt === null ? ', to this day' : `, until ${formatInstant(firing.clearedAt)}`}
          </li>
        ))}
        {count > firingsShown && <li>and {count - firingsShown} more</li>}
      </ul>
    </div>
  );
}
