import type { StepColumns } from '@speedtax/domain';

/** An issue without changes has up to this many steps; one with changes has one or two more than changes. */
const ownSteps = 3;

/** Fills step columns issue by issue, in the order of their positions. Room that stays empty is never touched, so it takes no memory. */
export class StepBuilder {
  readonly #offset: Int32Array;
  readonly #at: Float64Array;
  readonly #value: Int32Array;
  #length = 0;

  constructor(issues: number, changes: number) {
    this.#offset = new Int32Array(issues + 1);
    this.#at = new Float64Array(issues * ownSteps + changes);
    this.#value = new Int32Array(issues * ownSteps + changes);
  }

  begin(issue: number): void {
    this.#offset[issue] = this.#length;
  }

  add(at: number, value: number): void {
    this.#at[this.#length] = at;
    this.#value[this.#length] = value;
    this.#length += 1;
  }

  finish(): StepColumns {
    this.#offset[this.#offset.length - 1] = this.#length;
    return { offset: this.#offset, at: this.#at.subarray(0, this.#length), value: this.#value.subarray(0, this.#length) };
  }
}
