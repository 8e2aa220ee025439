import classes from './form.module.css';

interface Props {
  name: string;
  label: string;
  type?: 'text' | 'password' | 'email' | 'number';
  autoComplete?: string;
  defaultValue?: string | number | undefined;
  note?: string;
  isOptional?: boolean;
  isReadOnly?: boolean;
  minLength?: number;
  error?: string | undefined;
}

const textCharacters = 320;

/** A field of a form with what is wrong with it. */
export function TextField({ name, label, type = 'text', autoComplete = 'off', note, error, ...more }: Props) {
  return (
    <label className={classes.field}>
      <span>{label}</span>
      <input
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={more.defaultValue}
        required={!more.isOptional}
        readOnly={more.isReadOnly}
        minLength={more.minLength}
        maxLength={textCharacters}
        step={type === 'number' ? 'any' : undefined}
        min={type === 'number' ? 0 : undefined}
        spellCheck={false}
        autoCapitalize={type === 'text' ? undefined : 'none'}
        aria-invalid={error ? true : undefined}
      />
      {note && <span className={classes.note}>{note}</span>}
      {error && <span className={classes.refusal}>{error}</span>}
    </label>
  );
}
