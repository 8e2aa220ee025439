import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRows } from '../columns/group-rows.ts';
import { listStrongComponents } from './strong-components.ts';

const nodes = 7;
const node = fc.integer({ min: 0, max: nodes - 1 });
const edges = fc.array(fc.tuple(node, node), { maxLength: 14, size: 'max' });

const reachedFrom = (all: readonly (readonly [number, number])[], from: number): Set<number> => {
  const reached = new Set([from]);
  for (const at of reached) for (const [a, b] of all) if (a === at) reached.add(b);
  return reached;
};

describe('the strong components of a graph', () => {
  it('are the nodes that reach each other, every node once, each after all that it reaches', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const { offset, rows } = groupRows(
          Int32Array.from(all, ([from]) => from),
          nodes,
        );
        const components = listStrongComponents({ offset, target: Int32Array.from(rows, (row) => all[row]![1]) });
        expect(components.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
        const reach = Array.from({ length: nodes }, (_, from) => reachedFrom(all, from));
        components.forEach((members, place) => {
          const together = [...reach[members[0]!]!].filter((other) => reach[other]!.has(members[0]!));
          expect(members.toSorted()).toEqual(together.sort());
          const before = new Set(components.slice(0, place + 1).flat());
          for (const member of members) for (const reached of reach[member]!) expect(before.has(reached)).toBe(true);
        });
      }),
    );
  });
});
