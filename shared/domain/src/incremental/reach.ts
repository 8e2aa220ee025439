/** A link between two issues, whenever it held. */
export interface IssueLink {
  readonly blocker: string;
  readonly blocked: string;
}

/** Whose links to look up: as what these issues take part in them. */
export interface ReachQuestion {
  readonly side: keyof IssueLink;
  readonly issues: readonly string[];
}

/** Finds what a change can reach, by asking for the links of more and more issues. */
export interface Reach {
  /** Undefined: everything is known. */
  next(): ReachQuestion | undefined;
  /** The answer to the last question. */
  add(links: readonly IssueLink[]): void;
  /** The touched issues, all that they block, all that blocks these, and what else the blockers of the touched block. */
  readonly issues: ReadonlySet<string>;
}

/**
 * The figures of an issue rest on itself, its blockers, and whatever these go back to. So a change reaches downstream, and what it
 * reaches can be told again only with everything upstream. A blocker of an initiative is told with all that it blocks there.
 */
export function makeReach(touched: readonly string[]): Reach {
  const issues = new Set(touched);
  const asked = { blocker: new Set<string>(), blocked: new Set<string>() };
  const downstream = new Set(touched);
  const withSiblings = new Set<string>();
  let question: ReachQuestion | undefined;
  const ask = (side: keyof IssueLink, candidates: Iterable<string>): ReachQuestion | undefined => {
    const unknown = [...candidates].filter((issue) => !asked[side].has(issue));
    for (const issue of unknown) asked[side].add(issue);
    return unknown.length === 0 ? undefined : { side, issues: unknown };
  };
  let phase: 'downstream' | 'blockers of touched' | 'siblings' | 'upstream' = 'downstream';
  const upstream = new Set<string>();

  const next = (): ReachQuestion | undefined => {
    if (phase === 'downstream') {
      question = ask('blocker', downstream);
      if (question !== undefined) return question;
      for (const issue of downstream) upstream.add(issue);
      phase = 'blockers of touched';
      question = ask('blocked', touched);
      if (question !== undefined) return question;
    }
    if (phase === 'blockers of touched') {
      phase = 'siblings';
      question = ask('blocker', withSiblings);
      if (question !== undefined) return question;
    }
    phase = 'upstream';
    question = ask('blocked', upstream);
    return question;
  };

  return {
    next,
    add(links) {
      for (const { blocker, blocked } of links) {
        issues.add(blocker);
        issues.add(blocked);
        if (phase === 'downstream') downstream.add(blocked);
        if (phase === 'blockers of touched') withSiblings.add(blocker);
        if (phase === 'blockers of touched' || phase === 'upstream') upstream.add(blocker);
      }
    },
    issues,
  };
}
