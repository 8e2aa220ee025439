const kinds = ['organization', 'connection', 'sync', 'status', 'team', 'person', 'initiative', 'project', 'issue'] as const;
export type BenchKind = (typeof kinds)[number];

/** A UUID of each thing. They do not sort by number: what happens one after another lies scattered, as with a tracker's ids. */
export function benchId(kind: BenchKind, number: number): string {
  const scattered = (Math.imul(number + 1, 0x9e37_79b1) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-0000-4000-8000-${(kinds.indexOf(kind) * 2 ** 40 + number).toString(16).padStart(12, '0')}`;
}
