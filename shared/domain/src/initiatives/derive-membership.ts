import { groupRows } from '../columns/group-rows.ts';
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
  const ofProject = groupRows(issues.project, projects.length);
  const sizeOf = (project: number): number => ofProject.offset[project + 1]! - ofProject.offset[project]!;
  const offset = new Int32Array(initiatives.length + 1);
  initiativesOfProject.forEach((within, project) => {
    for (const initiative of within) offset[initiative + 1]! += sizeOf(project);
  });
  for (let n = 0; n < initiatives.length; n++) offset[n + 1]! += offset[n]!;
  const next = offset.slice(0, initiatives.length);
  const issue = new Int32Array(offset[initiatives.length]!);
  initiativesOfProject.forEach((within, project) => {
    for (const initiative of within) {
      issue.set(ofProject.rows.subarray(ofProject.offset[project]!, ofProject.offset[project + 1]!), next[initiative]!);
      next[initiative]! += sizeOf(project);
    }
  });
  return { offset, issue, initiativesOfProject };
}

/** `project`: −1 for none. Asking an array for its place −1 is a hundred times slower than not asking. */
export function initiativesOf({ initiativesOfProject }: Membership, project: number): readonly number[] {
  return project < 0 ? noInitiatives : initiativesOfProject[project]!;
}

const noInitiatives: readonly number[] = [];

/** The initiatives and all their ancestors, each once; parents that go in a circle end it. */
function rollUp(own: readonly number[], initiatives: readonly InitiativeFacts[]): number[] {
  const reached = new Set(own);
  for (const initiative of reached) for (const parent of initiatives[initiative]!.parents) reached.add(parent);
  return [...reached];
}
