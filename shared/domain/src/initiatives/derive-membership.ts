import type { Company, InitiativeFacts } from '../facts/company.ts';

/** The issues of initiative `n` are `issue[offset[n]]` to `issue[offset[n + 1] − 1]`, each once. */
export interface Membership {
  readonly offset: Int32Array;
  readonly issue: Int32Array;
  /** All initiatives of each project: its own, and all that those are part of. */
  readonly initiativesOfProject: readonly (readonly number[])[];
}

/** Today's membership: an issue belongs to the initiatives of its project, and sub-initiatives to their parents. */
export function deriveMembership({ issues, projects, initiatives }: Company): Membership {
  const initiativesOfProject = projects.map((project) => rollUp(project.initiatives, initiatives));
  const offset = new Int32Array(initiatives.length + 1);
  const forEachMembership = (tell: (initiative: number, issue: number) => void): void => {
    for (let issue = 0; issue < issues.count; issue++)
      for (const initiative of initiativesOfProject[issues.project[issue]!] ?? []) tell(initiative, issue);
  };
  forEachMembership((initiative) => offset[initiative + 1]!++);
  for (let n = 0; n < initiatives.length; n++) offset[n + 1]! += offset[n]!;
  const next = offset.slice(0, initiatives.length);
  const members = new Int32Array(offset[initiatives.length]!);
  forEachMembership((initiative, issue) => {
    members[next[initiative]!++] = issue;
  });
  return { offset, issue: members, initiativesOfProject };
}

/** The initiatives and all their ancestors, each once; parents that go in a circle end it. */
function rollUp(own: readonly number[], initiatives: readonly InitiativeFacts[]): number[] {
  const reached = new Set(own);
  for (const initiative of reached) for (const parent of initiatives[initiative]!.parents) reached.add(parent);
  return [...reached];
}
