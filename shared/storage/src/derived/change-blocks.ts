import { giveBack } from '@speedtax/domain';

const blockRows = 1 << 16;

interface Block {
  readonly issue: Int32Array;
  readonly at: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Those of issue `i` are rows `offset[i]` to `offset[i + 1] − 1`, in order of time; those of one instant in no order that means anything. */
export interface SortedChanges {
  readonly offset: Int32Array;
  readonly at: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Dated changes of one field, in any order of issues: takes them one by one without knowing how many will come. */
export class ChangeBlocks {
  #blocks: Block[] = [];
  #length = 0;

  add(issue: number, at: number, from: number, to: number): void {
    const place = this.#length % blockRows;
    if (place === 0) this.#blocks.push(makeBlock());
    const block = this.#blocks[this.#blocks.length - 1] as Block;
    block.issue[place] = issue;
    block.at[place] = at;
    block.from[place] = from;
    block.to[place] = to;
    this.#length += 1;
  }

  /** Gives all of them, and keeps none. */
  sort(issueCount: number): SortedChanges {
    const offset = new Int32Array(issueCount + 1);
    this.#eachRow((block, place) => {
      (offset[(block.issue[place] as number) + 1] as number) += 1;
    });
    for (let issue = 0; issue < issueCount; issue += 1) (offset[issue + 1] as number) += offset[issue] as number;
    const next = offset.slice(0, issueCount);
    const sorted = {
      offset,
      at: new Float64Array(this.#length),
      from: new Int32Array(this.#length),
      to: new Int32Array(this.#length),
    };
    this.#eachRow((block, place) => {
      const issue = block.issue[place] as number;
      const first = offset[issue] as number;
      const at = block.at[place] as number;
      let row = next[issue] as number;
      next[issue] = row + 1;
      for (; row > first && (sorted.at[row - 1] as number) > at; row -= 1) {
        sorted.at[row] = sorted.at[row - 1] as number;
        sorted.from[row] = sorted.from[row - 1] as number;
        sorted.to[row] = sorted.to[row - 1] as number;
      }
      sorted.at[row] = at;
      sorted.from[row] = block.from[place] as number;
      sorted.to[row] = block.to[place] as number;
      // What follows grows as this shrinks.
      if (place === blockRows - 1) giveBack([block.issue, block.at, block.from, block.to]);
    });
    giveBack([next]);
    this.#blocks = [];
    this.#length = 0;
    return sorted;
  }

  #eachRow(look: (block: Block, place: number) => void): void {
    for (const [k, block] of this.#blocks.entries()) {
      const rows = Math.min(blockRows, this.#length - k * blockRows);
      for (let place = 0; place < rows; place += 1) look(block, place);
    }
  }
}

function makeBlock(): Block {
  return {
    issue: new Int32Array(blockRows),
    at: new Float64Array(blockRows),
    from: new Int32Array(blockRows),
    to: new Int32Array(blockRows),
  };
}
