import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeBlocks } from './change-blocks.ts';
import type { IssuesToday } from './load-issues.ts';
import { replayChanges } from './replay-changes.ts';
import { fieldRules } from './steps-of-today.ts';

const issues = 3;
const today: IssuesToday = {
  count: issues,
  createdAt: new Float64Array(issues),
  status: new Int32Array(issues).fill(2),
  team: new Int32Array(issues),
  assignee: new Int32Array(issues).fill(-1),
  updatedAt: new Float64Array(issues).fill(100),
  startedAt: new Float64Array(issues).fill(Number.NaN),
  endedAt: new Float64Array(issues).fill(Number.NaN),
  closedAt: new Float64Array(issues).fill(Number.NaN),
  hasHistory: new Uint8Array(issues).fill(1),
};
/** Few instants, so that many changes fall together. */
const change = fc.record({ issue: fc.nat(issues - 1), at: fc.nat(3), from: fc.nat(4), to: fc.nat(4) });
const changes = fc.array(change, { maxLength: 20 });

function replay(all: readonly { issue: number; at: number; from: number; to: number }[]) {
  const blocks = new ChangeBlocks();
  for (const { issue, at, from, to } of all) blocks.add(issue, at, from, to);
  const { offset, at, value } = replayChanges(blocks.sort(issues), fieldRules.team, today);
  return { offset: [...offset], at: [...at], value: [...value] };
}

describe('histories as they lie in the database', () => {
  it('are replayed the same in whatever order their changes come', () => {
    fc.assert(
      fc.property(
        changes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(replay(shuffled)).toEqual(replay(all));
        },
      ),
    );
  });

  it('begin at the creation with what the first change left, and end with what the issue says today', () => {
    expect(
      replay([
        { issue: 1, at: 7, from: 2, to: 0 },
        { issue: 0, at: 9, from: 1, to: 3 },
        { issue: 0, at: 5, from: 4, to: 1 },
      ]),
    ).toEqual({ offset: [0, 4, 6, 7], at: [0, 5, 9, 100, 0, 7, 0], value: [4, 1, 3, 0, 2, 0, 0] });
  });
});
