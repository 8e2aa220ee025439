import classes from './connect-form.module.css';

interface Props {
  name: string;
  label: string;
  placeholder: string;
  type?: 'text' | 'password' | 'url' | 'email';
  isOptional?: boolean;
  error: string | undefined;
}

const addressCharacters = 2000;
const textCharacters = 500;

/** A field of the form with what is wrong with it. */
export function ConnectField({ name, label, placeholder, type = 'text', isOptional = false, error }: Props) {
  return (
    <label className={classes.field}>
      <span>{label}</span>
      <input
        name={name}
        // A browser refuses an address without https:// where we complete it.
        type={type === 'url' ? 'text' : type}
        inputMode={type === 'password' ? 'text' : type}
        placeholder={placeholder}
        required={!isOptional}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={type === 'url' ? addressCharacters : textCharacters}
        aria-invalid={error ? true : undefined}
      />
      {error && <span className={classes.refusal}>{error}</span>}
    </label>
  );
}
