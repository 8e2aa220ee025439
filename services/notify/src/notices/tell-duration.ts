const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** "9 d", "4 h": as rough as a promise about the future is. */
export function tellDuration(ms: number): string {
  if (ms >= 2 * dayMs) return `${Math.round(ms / dayMs)} d`;
  return ms >= hourMs ? `${Math.round(ms / hourMs)} h` : 'less than an hour';
}
