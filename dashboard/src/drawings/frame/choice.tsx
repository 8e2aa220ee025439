'use client';

import styles from './choice.module.css';

interface ChoiceProps<Name extends string> {
  label: string;
  options: readonly { name: Name; text: string }[];
  chosen: Name;
  onChoose: (name: Name) => void;
}

/** Words of a sentence of which one is chosen: "by *tax paid* or tax imposed". */
export function Choice<Name extends string>({ label, options, chosen, onChoose }: ChoiceProps<Name>) {
  return (
    <span role="group" aria-label={label} className={styles.choice}>
      {options.map(({ name, text }) => (
        <button key={name} type="button" aria-pressed={name === chosen} className={styles.option} onClick={() => onChoose(name)}>
          {text}
        </button>
      ))}
    </span>
  );
}
