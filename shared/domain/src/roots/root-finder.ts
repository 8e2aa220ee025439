import { listStrongComponents } from '../graph/strong-components.ts';
import type { Chains } from './chain-events.ts';
import type { LiveGraph } from './live-graph.ts';
import { emptyTeamSet, type TeamSets } from './team-sets.ts';

/** Keeps the roots of every node while dependencies come and go. Changes are gathered until `settle`. */
export interface RootFinder {
  bringInForce(edge: number): void;
  endForce(edge: number): void;
  changeOwnTeam(node: number, ownTeam: number): void;
  /** Recomputes what the gathered changes can have moved and tells each node whose roots are different now. */
  settle(onChange: (node: number, set: number) => void): void;
}

/** In place of a node's place in the region. */
const assigned = -2;

export function makeRootFinder({ issue, blocker, blocked }: Chains, graph: LiveGraph, teamSets: TeamSets): RootFinder {
  const nodeCount = issue.length;
  const ownTeam = new Int32Array(nodeCount);
  const roots = new Int32Array(nodeCount);
  const isOnCycle = new Uint8Array(nodeCount);
  const mayCloseCycle = new Uint8Array(nodeCount);
  const isMoved = new Uint8Array(nodeCount);
  const moved = new Int32Array(nodeCount);
  let movedCount = 0;
  /** The component under assignment that a node belongs to, by a running number. */
  const componentOf = new Int32Array(nodeCount);
  let componentNo = 0;
  /** The nodes under recomputation, and the place of each; −1 outside. */
  const region = new Int32Array(nodeCount);
  let regionCount = 0;
  const placeInRegion = new Int32Array(nodeCount).fill(-1);
  /** The way down from a node to blockers that come before it, and which edge of each is looked at next. */
  const path = new Int32Array(nodeCount);
  let pathLength = 0;
  const nextEdge = new Int32Array(nodeCount);

  const noteMoved = (node: number): void => {
    if (isMoved[node] === 1) return;
    isMoved[node] = 1;
    moved[movedCount++] = node;
  };

  const settle: RootFinder['settle'] = (onChange) => {
    regionCount = 0;
    let mayHoldCycle = false;
    for (let k = 0; k < movedCount; k++) {
      const node = moved[k]!;
      if (canMoveOthers(node)) region[regionCount++] = node;
      if (mayCloseCycle[node] === 1) mayHoldCycle = true;
      isMoved[node] = mayCloseCycle[node] = 0;
    }
    movedCount = 0;
    if (regionCount === 0) return;
    addAllThatWaitOn();
    for (let place = 0; place < regionCount; place++) if (isOnCycle[region[place]!] === 1) mayHoldCycle = true;
    if (mayHoldCycle)
      for (const component of listStrongComponents(graphOf(region.subarray(0, regionCount))))
        assign(
          component.map((place) => region[place]!),
          onChange,
        );
    else assignBlockersFirst(onChange);
    for (let place = 0; place < regionCount; place++) placeInRegion[region[place]!] = -1;
  };

  /** False only where the node's roots stay as they are for sure: then nothing above it can change on its account. */
  const canMoveOthers = (node: number): boolean => isOnCycle[node] === 1 || mayCloseCycle[node] === 1 || rootsBelow(node) !== roots[node];

  const addAllThatWaitOn = (): void => {
    for (let place = 0; place < regionCount; place++) placeInRegion[region[place]!] = place;
    for (let place = 0; place < regionCount; place++) {
      const begin = graph.outOffset[region[place]!]!;
      for (let row = begin; row < begin + graph.outCount[region[place]!]!; row++) {
        const waiter = blocked[graph.outEdges[row]!]!;
        if (placeInRegion[waiter] !== -1) continue;
        placeInRegion[waiter] = regionCount;
        region[regionCount++] = waiter;
      }
    }
  };

  /** From waiter to blocker, so that components come blockers first. */
  const graphOf = (region: Int32Array) => {
    const offset = new Int32Array(region.length + 1);
    const target: number[] = [];
    region.forEach((node, place) => {
      const begin = graph.inOffset[node]!;
      for (let row = begin; row < begin + graph.inCount[node]!; row++) {
        const reached = placeInRegion[blocker[graph.inEdges[row]!]!]!;
        if (reached !== -1) target.push(reached);
      }
      offset[place + 1] = target.length;
    });
    return { offset, target: Int32Array.from(target) };
  };

  /** Where no cycle is, every node of the region comes after all its blockers. */
  const assignBlockersFirst = (onChange: (node: number, set: number) => void): void => {
    for (let place = 0; place < regionCount; place++) {
      const first = region[place]!;
      if (placeInRegion[first] === assigned) continue;
      enter(first);
      while (pathLength > 0) {
        const node = path[pathLength - 1]!;
        const unassigned = findUnassignedBlocker(node);
        if (unassigned !== -1) enter(unassigned);
        else {
          pathLength--;
          placeInRegion[node] = assigned;
          setRoots(node, rootsBelow(node), onChange);
        }
      }
    }
  };

  const enter = (node: number): void => {
    path[pathLength++] = node;
    nextEdge[node] = graph.inOffset[node]!;
  };

  const findUnassignedBlocker = (node: number): number => {
    const end = graph.inOffset[node]! + graph.inCount[node]!;
    while (nextEdge[node]! < end) {
      const reached = blocker[graph.inEdges[nextEdge[node]!++]!]!;
      if (placeInRegion[reached]! >= 0) return reached;
    }
    return -1;
  };

  const setRoots = (node: number, set: number, onChange: (node: number, set: number) => void): void => {
    if (roots[node] === set) return;
    roots[node] = set;
    onChange(node, set);
  };

  /** The roots of all that block a node; where nothing does, its own team is the root. */
  const rootsBelow = (node: number): number => {
    const begin = graph.inOffset[node]!;
    const end = begin + graph.inCount[node]!;
    if (begin === end) return ownTeam[node]!;
    let below = emptyTeamSet;
    for (let row = begin; row < end; row++) below = teamSets.union(below, roots[blocker[graph.inEdges[row]!]!]!);
    return below;
  };

  const assign = (component: readonly number[], onChange: (node: number, set: number) => void): void => {
    const set = rootsBelowAll(component);
    for (const node of component) {
      isOnCycle[node] = component.length > 1 ? 1 : 0;
      setRoots(node, set, onChange);
    }
  };

  /** Of a cycle, or of one node: the roots of all blockers outside; where there is no way out, its own teams are the root. */
  const rootsBelowAll = (component: readonly number[]): number => {
    let below = emptyTeamSet;
    let own = emptyTeamSet;
    let hasWayOut = false;
    componentNo++;
    for (const node of component) componentOf[node] = componentNo;
    for (const node of component) {
      own = teamSets.union(own, ownTeam[node]!);
      const begin = graph.inOffset[node]!;
      for (let row = begin; row < begin + graph.inCount[node]!; row++) {
        const reached = blocker[graph.inEdges[row]!]!;
        if (componentOf[reached] === componentNo) continue;
        hasWayOut = true;
        below = teamSets.union(below, roots[reached]!);
      }
    }
    return hasWayOut ? below : own;
  };

  return {
    settle,
    bringInForce(edge) {
      graph.bringInForce(edge);
      // Only a blocker that is blocked itself can lead back to where the edge begins; the last edge of a cycle always sees that.
      if (graph.inCount[blocker[edge]!]! > 0) mayCloseCycle[blocked[edge]!] = 1;
      noteMoved(blocked[edge]!);
    },
    endForce(edge) {
      graph.endForce(edge);
      noteMoved(blocked[edge]!);
    },
    changeOwnTeam(node, team) {
      ownTeam[node] = team;
      noteMoved(node);
    },
  };
}
