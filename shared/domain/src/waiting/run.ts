type EmitRun = (from: number, to: number, a: number, b: number, c: number, d: number) => void;

/** Joins intervals that follow each other without a break and are alike in `a` to `d`. */
export interface Run {
  /** Intervals come in order of time. @returns whether a new run has begun, so that the former one was emitted */
  add(from: number, to: number, a: number, b: number, c: number, d: number): boolean;
  /** Emits what is left. */
  end(): void;
}

export function makeRun(emit: EmitRun): Run {
  let isOpen = false;
  let runFrom = 0;
  let runTo = 0;
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = (): void => {
    if (isOpen) emit(runFrom, runTo, a, b, c, d);
    isOpen = false;
  };
  return {
    end,
    add(from, to, ofA, ofB, ofC, ofD) {
      if (isOpen && runTo === from && a === ofA && b === ofB && c === ofC && d === ofD) {
        runTo = to;
        return false;
      }
      end();
      isOpen = true;
      runFrom = from;
      runTo = to;
      a = ofA;
      b = ofB;
      c = ofC;
      d = ofD;
      return true;
    },
  };
}
