import { makeInts } from '../columns/growing-column.ts';
import { bytes, floats, ints, makeRows } from '../columns/growing-rows.ts';
import { isOpen, teamOf } from '../history/issue-state.ts';
import { type Lifelines, rowAt } from '../history/lifelines.ts';
import { isInForce } from '../waiting/definition.ts';
import type { Links } from '../waiting/links.ts';
import { emptyTeamSet, type TeamSets } from './team-sets.ts';

/** What can move the roots of chains: a dependency comes in force or ends, or an issue opens, closes or changes its team. */
export const chainEvent = { forceEnds: 0, forceBegins: 1, ownTeamChanges: 2 } as const;

export interface ChainEvents {
  readonly at: Float64Array;
  /** Code of `chainEvent`. */
  readonly kind: Uint8Array;
  /** An edge of the chains, or a node. */
  readonly subject: Int32Array;
  /** The node's own team as a team set. */
  readonly value: Int32Array;
}

/** The part of all links in which chains can be longer than one link: those onto issues that block others themselves. */
export interface Chains {
  /** The issue of each node. */
  readonly issue: Int32Array;
  /** Nodes at the two ends of each edge. */
  readonly blocker: Int32Array;
  readonly blocked: Int32Array;
  readonly events: ChainEvents;
}

export function deriveChains(lifelines: Lifelines, links: Links, teamSets: TeamSets): Chains {
  const issueCount = lifelines.offset.length - 1;
  const isBlocker = new Uint8Array(issueCount);
  for (const issue of links.blocker) isBlocker[issue] = 1;

  const nodeOf = new Int32Array(issueCount).fill(-1);
  const issue = makeInts();
  const blocker = makeInts();
  const blocked = makeInts();
  const nodeFor = (of: number): number => {
    if (nodeOf[of] === -1) {
      nodeOf[of] = issue.length;
      issue.push(of);
    }
    return nodeOf[of]!;
  };
  const events = makeEventRows(links.blocker.length * 4);
  for (let link = 0; link < links.blocker.length; link++) {
    if (isBlocker[links.blocked[link]!] === 0) continue;
    const edge = blocker.length;
    blocker.push(nodeFor(links.blocker[link]!));
    blocked.push(nodeFor(links.blocked[link]!));
    tellForce(lifelines, links, link, edge, events);
  }
  const issues = issue.view();
  issues.forEach((of, node) => {
    let previous = emptyTeamSet;
    for (let row = lifelines.offset[of]!; row < lifelines.offset[of + 1]!; row++) {
      const state = lifelines.state[row]!;
      const own = isOpen(state) ? teamSets.ofTeam(teamOf(state)) : emptyTeamSet;
      if (own !== previous) events.push(lifelines.at[row]!, chainEvent.ownTeamChanges, node, own);
      previous = own;
    }
  });
  return { issue: issues, blocker: blocker.view(), blocked: blocked.view(), events: events.columns() };
}

/** The maximal intervals in which the dependency of a link is in force: linked ∩ blocker open ∩ blocked open. */
function tellForce({ offset, at, state }: Lifelines, links: Links, link: number, edge: number, events: EventRows): void {
  const to = links.to[link]!;
  const blocker = links.blocker[link]!;
  const blocked = links.blocked[link]!;
  const blockerEnd = offset[blocker + 1]!;
  const blockedEnd = offset[blocked + 1]!;
  if (offset[blocker] === blockerEnd || offset[blocked] === blockedEnd) return;
  let instant = Math.max(links.from[link]!, at[offset[blocker]!]!, at[offset[blocked]!]!);
  let b = rowAt(offset, at, blocker, instant);
  let i = rowAt(offset, at, blocked, instant);
  let wasInForce = false;
  while (instant < to) {
    const inForce = isInForce(state[b]!, state[i]!);
    if (inForce !== wasInForce) events.push(instant, inForce ? chainEvent.forceBegins : chainEvent.forceEnds, edge, 0);
    wasInForce = inForce;
    const nextBlocker = b + 1 < blockerEnd ? at[b + 1]! : Infinity;
    const nextBlocked = i + 1 < blockedEnd ? at[i + 1]! : Infinity;
    instant = Math.min(nextBlocker, nextBlocked);
    if (nextBlocker === instant) b++;
    if (nextBlocked === instant) i++;
  }
  if (wasInForce && to < Infinity) events.push(to, chainEvent.forceEnds, edge, 0);
}

type EventRows = ReturnType<typeof makeEventRows>;

/** `size`: a first guess. */
function makeEventRows(size: number) {
  const rows = makeRows({ at: floats(size), kind: bytes(size), subject: ints(size), value: ints(size) });
  const { columns } = rows;
  return {
    push(at: number, kind: number, subject: number, value: number): void {
      const row = rows.next();
      columns.at[row] = at;
      columns.kind[row] = kind;
      columns.subject[row] = subject;
      columns.value[row] = value;
    },
    columns: (): ChainEvents => rows.views(),
  };
}
