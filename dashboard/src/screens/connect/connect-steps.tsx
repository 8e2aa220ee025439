import classes from './connect.module.css';

const steps = ['Tracker', 'Credentials', 'Scope', 'Meaning', 'First figures'] as const;

/** Where somebody is on the way from nothing to figures. */
export function ConnectSteps({ at }: { at: (typeof steps)[number] }) {
  const place = steps.indexOf(at);
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-done={index < place || undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}
