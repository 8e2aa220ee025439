type EmitRun = (from: number, to: number, a: number, b: number, c: number, d: number) => void;

/** Intervals that follow each other without a break and are alike in `a` to `d`, joined as they come. */
export interface Run {
  readonly emit: EmitRun;
  isOpen: boolean;
  from: number;
  to: number;
  a: number;
  b: number;
  c: number;
  d: number;
}

export function makeRun(emit: EmitRun): Run {
  return { emit, isOpen: false, from: Number.NaN, to: Number.NaN, a: 0, b: 0, c: 0, d: 0 };
}

/** Intervals come in order of time. @returns whether a new run has begun, so that the former one was emitted */
export function extendRun(run: Run, from: number, to: number, a: number, b: number, c: number, d: number): boolean {
  if (run.isOpen && run.to === from && run.a === a && run.b === b && run.c === c && run.d === d) {
    run.to = to;
    return false;
  }
  endRun(run);
  run.isOpen = true;
  run.from = from;
  run.to = to;
  run.a = a;
  run.b = b;
  run.c = c;
  run.d = d;
  return true;
}

/** Emits what is left. */
export function endRun(run: Run): void {
  if (run.isOpen) run.emit(run.from, run.to, run.a, run.b, run.c, run.d);
  run.isOpen = false;
}
