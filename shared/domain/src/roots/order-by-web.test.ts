import { describe, expect, it } from 'vitest';
import { chainEvent } from './chain-events.ts';
import { orderByWeb } from './order-by-web.ts';

/** Nodes 0 to 5: 0 blocks 1, which blocks 2; 4 blocks 3; 5 hangs together with nothing. */
const web = { issue: Int32Array.of(10, 11, 12, 13, 14, 15), blocker: Int32Array.of(0, 1, 4), blocked: Int32Array.of(1, 2, 3) };
const { forceBegins, forceEnds, ownTeamChanges } = chainEvent;
const told: readonly [at: number, kind: number, subject: number][] = [
  [9, forceEnds, 0],
  [5, ownTeamChanges, 3],
  [1, ownTeamChanges, 2],
  [7, ownTeamChanges, 5],
  [2, forceBegins, 2],
  [3, forceBegins, 1],
  [4, ownTeamChanges, 0],
];
const events = {
  at: Float64Array.from(told, ([at]) => at),
  kind: Uint8Array.from(told, ([, kind]) => kind),
  subject: Int32Array.from(told, ([, , subject]) => subject),
  value: new Int32Array(told.length),
};

describe('what moves the roots of chains', () => {
  it('is replayed web by web, and in each in order of time', () => {
    const { offset, rows } = orderByWeb({ ...web, events });
    const instants = [...offset.keys()].map((place) => [...rows.subarray(offset[place], offset[place + 1])].map((row) => events.at[row]));
    expect(instants.filter((ofWeb) => ofWeb.length > 0).sort()).toEqual([[1, 3, 4, 9], [2, 5], [7]]);
  });
});
