import { unionOf } from '../interval/interval-set.ts';
import type { Reading } from './replay-alerts.ts';

/** `to`: Infinity while it lasts. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Of how many things something held at once, from `from` on: each thing counts once, however often it is named. */
export function countOverTime(things: readonly (readonly Stretch[])[], from: number): Reading[] {
  const changes = new Map<number, number>([[from, 0]]);
  const change = (at: number, by: number): void => void changes.set(at, (changes.get(at) ?? 0) + by);
  for (const stretches of things) {
    const held = unionOf(
      stretches.map((stretch) => Math.max(stretch.from, from)),
      stretches.map((stretch) => stretch.to),
    );
    for (const at of held.from) change(at, 1);
    for (const at of held.to) change(at, -1);
  }
  let value = 0;
  const readings: Reading[] = [];
  for (const [at, by] of [...changes].sort(([a], [b]) => a - b)) {
    if (at === Infinity) break;
    value += by;
    if (readings.at(-1)?.value !== value) readings.push({ at, value });
  }
  return readings;
}
