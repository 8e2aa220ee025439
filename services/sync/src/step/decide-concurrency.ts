/** Requests at once, by the share of the tracker's budget that is left: the last of it is used one by one. */
export function decideConcurrency(left: number, most: number): number {
  if (left > 0.5) return most;
  return left > 0.2 ? Math.ceil(most / 2) : 1;
}
