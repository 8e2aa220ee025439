import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';
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
  for (let link = 0; link < links.blocker.length; link++) isBlocker[links.blocker[link]!] = 1;

  const nodeOf = new Int32Array(issueCount).fill(-1);
  const issue = makeInts();
  const blocker = makeInts();
  const blocked = makeInts();
  const columns = { at: makeFloats(), kind: makeBytes(), subject: makeInts(), value: makeInts() };
  const push = (at: number, kind: number, subject: number, value: number): void => {
    columns.at.push(at);
    columns.kind.push(kind);
    columns.subject.push(subject);
    columns.value.push(value);
  };
  const nodeFor = (of: number): number => {
    if (nodeOf[of] === -1) {
      nodeOf[of] = issue.length;
      issue.push(of);
    }
    return nodeOf[of]!;
  };

  for (let link = 0; link < links.blocker.length; link++) {
    if (isBlocker[links.blocked[link]!] === 0) continue;
    const edge = blocker.length;
    blocker.push(nodeFor(links.blocker[link]!));
    blocked.push(nodeFor(links.blocked[link]!));
    pushForceOfLink(lifelines, links, link, (from, to) => {
      push(from, chainEvent.forceBegins, edge, 0);
      if (to < Infinity) push(to, chainEvent.forceEnds, edge, 0);
    });
  }
  const issues = issue.view();
  for (let node = 0; node < issues.length; node++) {
    let previous = emptyTeamSet;
    for (let row = lifelines.offset[issues[node]!]!; row < lifelines.offset[issues[node]! + 1]!; row++) {
      const state = lifelines.state[row]!;
      const own = isOpen(state) ? teamSets.ofTeam(teamOf(state)) : emptyTeamSet;
      if (own !== previous) push(lifelines.at[row]!, chainEvent.ownTeamChanges, node, own);
      previous = own;
    }
  }
  return {
    issue: issues,
    blocker: blocker.view(),
    blocked: blocked.view(),
    events: { at: columns.at.view(), kind: columns.kind.view(), subject: columns.subject.view(), value: columns.value.view() },
  };
}

/** The maximal intervals in which the dependency of a link is in force: linked ∩ blocker open ∩ blocked open. */
function pushForceOfLink({ offset, at, state }: Lifelines, links: Links, link: number, push: (from: number, to: number) => void): void {
  const to = links.to[link]!;
  const blocker = links.blocker[link]!;
  const blocked = links.blocked[link]!;
  const blockerEnd = offset[blocker + 1]!;
  const blockedEnd = offset[blocked + 1]!;
  let instant = Math.max(links.from[link]!, at[offset[blocker]!] ?? Infinity, at[offset[blocked]!] ?? Infinity);
  if (offset[blocker] === blockerEnd || offset[blocked] === blockedEnd) return;
  let b = rowAt(offset, at, blocker, instant);
  let i = rowAt(offset, at, blocked, instant);
  let inForceFrom = Infinity;
  while (instant < to) {
    const inForce = isInForce(state[b]!, state[i]!);
    if (inForce && inForceFrom === Infinity) inForceFrom = instant;
    if (!inForce && inForceFrom < Infinity) {
      push(inForceFrom, instant);
      inForceFrom = Infinity;
    }
    const nextBlocker = b + 1 < blockerEnd ? at[b + 1]! : Infinity;
    const nextBlocked = i + 1 < blockedEnd ? at[i + 1]! : Infinity;
    instant = Math.min(nextBlocker, nextBlocked);
    if (nextBlocker === instant) b++;
    if (nextBlocked === instant) i++;
  }
  if (inForceFrom < to) push(inForceFrom, to);
}
