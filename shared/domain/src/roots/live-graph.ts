import { groupRows } from '../columns/group-rows.ts';

/**
 * The dependencies in force at the instant a replay has come to. Of the edges onto node `n`, `inEdges` holds those in force
 * first: rows `inOffset[n]` to `inOffset[n] + inCount[n] − 1`. The same for those that leave it.
 */
export interface LiveGraph {
  readonly inOffset: Int32Array;
  readonly inEdges: Int32Array;
  readonly inCount: Int32Array;
  readonly outOffset: Int32Array;
  readonly outEdges: Int32Array;
  readonly outCount: Int32Array;
  bringInForce(edge: number): void;
  endForce(edge: number): void;
}

export function makeLiveGraph(nodeCount: number, blocker: Int32Array, blocked: Int32Array): LiveGraph {
  const incoming = groupRows(blocked, nodeCount);
  const outgoing = groupRows(blocker, nodeCount);
  const inPlace = placesOf(incoming.rows);
  const outPlace = placesOf(outgoing.rows);
  const inCount = new Int32Array(nodeCount);
  const outCount = new Int32Array(nodeCount);
  return {
    inOffset: incoming.offset,
    inEdges: incoming.rows,
    inCount,
    outOffset: outgoing.offset,
    outEdges: outgoing.rows,
    outCount,
    bringInForce(edge) {
      moveTo(incoming.offset[blocked[edge]!]! + inCount[blocked[edge]!]!++, edge, incoming.rows, inPlace);
      moveTo(outgoing.offset[blocker[edge]!]! + outCount[blocker[edge]!]!++, edge, outgoing.rows, outPlace);
    },
    endForce(edge) {
      moveTo(incoming.offset[blocked[edge]!]! + --inCount[blocked[edge]!]!, edge, incoming.rows, inPlace);
      moveTo(outgoing.offset[blocker[edge]!]! + --outCount[blocker[edge]!]!, edge, outgoing.rows, outPlace);
    },
  };
}

function placesOf(rows: Int32Array): Int32Array {
  const place = new Int32Array(rows.length);
  rows.forEach((row, at) => {
    place[row] = at;
  });
  return place;
}

/** Swaps the edge with the one that stands where it should. */
function moveTo(target: number, edge: number, rows: Int32Array, place: Int32Array): void {
  const other = rows[target]!;
  const source = place[edge]!;
  rows[target] = edge;
  place[edge] = target;
  rows[source] = other;
  place[other] = source;
}
