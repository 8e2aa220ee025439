/** The environment cannot be used as it is. The message is for the operator: one line per variable, saying what to set. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}
