import { hashText, mix } from '../company/derive-id.ts';

/** Repeatable chance. A class and not closures: a large company has one for every issue. */
export class Random {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** In [0, 1). */
  float(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** In [low, high]. */
  int(low: number, high: number): number {
    return low + Math.floor(this.float() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to pick from');
    return list[Math.floor(this.float() * list.length)] as T;
  }

  pickWeighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.float() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(list)[0];
  }

  /** Skewed as durations are: half of the values lie below the median. */
  around(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(2 * Math.PI * this.float());
    return median * Math.exp(spread * normal);
  }
}

/** The same seed, label and place always give the same sequence. */
export function makeRandom(seed: number, label: string, place = 0): Random {
  return new Random(mix(hashText(label) ^ mix(seed ^ mix(place + 0x632be5ab))));
}
