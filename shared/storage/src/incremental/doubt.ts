/** What was derived cannot be brought up to date with certainty: the whole is to be analyzed. */
export class DoubtError extends Error {
  override readonly name = 'DoubtError';
}
