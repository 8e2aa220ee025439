'use client';

import { useState } from 'react';
import classes from './identities.module.css';
import { type AloneKind, pathOf } from './prepare-identities.ts';
import { useDecision } from './use-decision.ts';

/** Says of two that nothing joins, such as people whose address a tracker hides, that they are one. */
export function JoinForm({ kinds }: { kinds: readonly AloneKind[] }) {
  return kinds.map((kind) => <JoinLine key={kind.kind} {...kind} />);
}

function JoinLine({ kind, title, options }: AloneKind) {
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const { send, isSending, trouble } = useDecision();
  const connection = options.find(({ id }) => id === one)?.connectionId;
  const others = options.filter((option) => connection === undefined || option.connectionId !== connection);
  const isChosen = one !== '' && others.some(({ id }) => id === other);
  const clear = () => {
    setOne('');
    setOther('');
  };
  return (
    <form
      className={classes.join}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChosen) send({ method: 'PUT', path: pathOf(one, other), body: { same: true } }, clear);
      }}
    >
      <span>The {title}</span>
      <Choice label={`A ${title}`} id={`${kind}-one`} value={one} options={options} onChange={setOne} />
      <span>is the same as</span>
      <Choice label={`The same ${title} in another tracker`} id={`${kind}-other`} value={other} options={others} onChange={setOther} />
      <button type="submit" disabled={!isChosen || isSending}>
        {isSending ? 'Joining…' : 'Join'}
      </button>
      {trouble && (
        <span className={classes.trouble} role="alert">
          {trouble}
        </span>
      )}
    </form>
  );
}

interface ChoiceProps {
  label: string;
  id: string;
  value: string;
  options: AloneKind['options'];
  onChange: (id: string) => void;
}

function Choice({ label, id, value, options, onChange }: ChoiceProps) {
  return (
    <select id={id} className={classes.select} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose…</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
