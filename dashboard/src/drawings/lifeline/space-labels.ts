import { placeInstant, type TimeScale } from '../scale/time-scale.ts';

/** A change on the line. Its words are dropped where they would run into the next; they stay one hover away. */
export interface Marker {
  id: string;
  x: number;
  text: string;
  /** Percent of the width until the next marker: what the words may take. */
  room: number;
  /** The first value is where the line starts, not a change. */
  change: boolean;
  fits: boolean;
}

/** At the drawing's usual width a letter takes about this many percent. */
const letterPercent = 0.85;

export function spaceLabels(steps: readonly { atMs: number; text: string }[], scale: TimeScale): Marker[] {
  return steps.map((step, index) => {
    const x = placeInstant(scale, step.atMs);
    const next = steps[index + 1];
    const room = Math.round(((next ? placeInstant(scale, next.atMs) : 100) - x) * 100) / 100;
    return { id: String(index), x, text: step.text, room, change: index > 0, fits: room >= step.text.length * letterPercent + 1 };
  });
}
