import { hashText, mix } from '../company/derive-id.ts';

/** Repeatable chance: the same seed and place always give the same sequence. */
export interface Random {
  /** In [0, 1). */
  float(): number;
  /** In [low, high]. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  pickWeighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Skewed as durations are: half of the values lie below the median. */
  around(median: number, spread: number): number;
}

export function makeRandom(seed: number, label: string, place = 0): Random {
  let state = mix(hashText(label) ^ mix(seed ^ mix(place + 0x632be5ab)));
  const float = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from');
    return list[Math.floor(float() * list.length)] as T;
  };
  return {
    float,
    pick,
    int: (low, high) => low + Math.floor(float() * (high - low + 1)),
    chance: (probability) => float() < probability,
    pickWeighted: (list) => {
      let left = float() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(list)[0];
    },
    around: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float());
      return median * Math.exp(spread * normal);
    },
  };
}
