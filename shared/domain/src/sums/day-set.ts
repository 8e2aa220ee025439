/** Days by their place in a clock, a bit each: what lies between two of them is passed over 32 at a time. */
export interface DaySet {
  add(place: number): void;
  /** The first day at `place` or after it; the number of days where there is none. */
  next(place: number): number;
  clear(): void;
}

const firstBit = 0x8000_0000;

export function makeDaySet(dayCount: number): DaySet {
  const words = new Int32Array((dayCount + 31) >>> 5);
  return {
    add(place) {
      words[place >>> 5]! |= firstBit >>> (place & 31);
    },
    next(place) {
      if (place >= dayCount) return dayCount;
      let word = place >>> 5;
      let bits = words[word]! & (-1 >>> (place & 31));
      while (bits === 0) {
        if (++word === words.length) return dayCount;
        bits = words[word]!;
      }
      return (word << 5) + Math.clz32(bits);
    },
    clear() {
      words.fill(0);
    },
  };
}
