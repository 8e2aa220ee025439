import classes from './alerts.module.css';

interface Props {
  refusal: { message: string; byField: Record<string, string> } | null;
}

/** Why something was not done, field by field where it is known. */
export function TroubleLine({ refusal }: Props) {
  if (!refusal) return null;
  const fields = Object.values(refusal.byField);
  return (
    <p className={classes.trouble} role="alert">
      {fields.length > 0 ? fields.join('; ') : refusal.message}
    </p>
  );
}
