import type { Category, World, WorldDependency, WorldIssue } from './world.ts';

/** Questions about one instant, answered by looking at everything. */
export class Lookup {
  readonly world: World;
  readonly issue: Map<string, WorldIssue>;
  readonly onto = new Map<string, WorldDependency[]>();

  constructor(world: World) {
    this.world = world;
    this.issue = new Map(world.issues.map((issue) => [issue.id, issue]));
    for (const dependency of world.dependencies) {
      if (dependency.blocker === dependency.blocked) continue;
      this.onto.set(dependency.blocked, [...(this.onto.get(dependency.blocked) ?? []), dependency]);
    }
  }

  get(id: string): WorldIssue {
    const issue = this.issue.get(id);
    if (!issue) throw new Error(`no issue ${id}`);
    return issue;
  }

  exists(issue: WorldIssue, t: number): boolean {
    return issue.createdAt <= t && !issue.closed.some((gap) => gap.from <= t && (gap.to === null || t < gap.to));
  }

  category(issue: WorldIssue, t: number): Category | null {
    return lastAt(issue.statuses, t)?.category ?? null;
  }

  team(issue: WorldIssue, t: number): string | null {
    return lastAt(issue.teams, t)?.team ?? null;
  }

  open(issue: WorldIssue, t: number): boolean {
    const category = this.category(issue, t);
    return this.exists(issue, t) && category !== null && category !== 'completed' && category !== 'canceled';
  }

  inPlay(issue: WorldIssue, t: number): boolean {
    const category = this.category(issue, t);
    return this.exists(issue, t) && (category === 'unstarted' || category === 'started');
  }

  /** The issues that block this one at the instant, of any team. */
  blockers(issue: WorldIssue, t: number): WorldIssue[] {
    if (!this.open(issue, t)) return [];
    const linked = (this.onto.get(issue.id) ?? []).filter((link) => link.from <= t && (link.to === null || t < link.to));
    const ids = new Set(linked.map((link) => link.blocker));
    return [...ids].map((id) => this.issue.get(id)).filter((b): b is WorldIssue => b !== undefined && this.open(b, t));
  }

  crossTeamBlockers(issue: WorldIssue, t: number): WorldIssue[] {
    const own = this.team(issue, t);
    return this.blockers(issue, t).filter((blocker) => {
      const team = this.team(blocker, t);
      return own !== null && team !== null && own !== team;
    });
  }

  waiting(issue: WorldIssue, t: number): boolean {
    return this.inPlay(issue, t) && this.crossTeamBlockers(issue, t).length > 0;
  }

  /** Marked as impeded, and no link to another team says by what. */
  flagged(issue: WorldIssue, t: number): boolean {
    const isMarked = (issue.flagged ?? []).some(({ from, to }) => from <= t && (to === null || t < to));
    return isMarked && this.inPlay(issue, t) && !this.waiting(issue, t);
  }

  /** Every instant at which anything about this issue, or what it hangs on, can change. */
  breakpoints(issue: WorldIssue): number[] {
    const instants = new Set<number>();
    const seen = new Set<string>();
    const queue = [issue];
    for (let at = queue.pop(); at; at = queue.pop()) {
      if (seen.has(at.id)) continue;
      seen.add(at.id);
      instants.add(at.createdAt);
      for (const step of [...at.statuses, ...at.teams]) instants.add(step.at);
      for (const gap of [...at.closed, ...(at.flagged ?? [])]) for (const edge of [gap.from, gap.to]) if (edge !== null) instants.add(edge);
      for (const link of this.onto.get(at.id) ?? []) {
        instants.add(link.from);
        if (link.to !== null) instants.add(link.to);
        const blocker = this.issue.get(link.blocker);
        if (blocker) queue.push(blocker);
      }
    }
    return [...instants].sort((a, b) => a - b);
  }

  /** The elementary intervals of an issue inside [from, to): nothing about it changes within one. */
  pieces(issue: WorldIssue, from: number, to: number): { from: number; to: number }[] {
    const cuts = [from, ...this.breakpoints(issue).filter((t) => t > from && t < to), to];
    const pieces: { from: number; to: number }[] = [];
    for (let k = 0; k + 1 < cuts.length; k++) pieces.push({ from: cuts[k] as number, to: cuts[k + 1] as number });
    return pieces.filter((piece) => piece.to > piece.from);
  }
}

function lastAt<T extends { at: number }>(steps: T[], t: number): T | undefined {
  let last: T | undefined;
  for (const step of steps) if (step.at <= t) last = step;
  return last;
}
