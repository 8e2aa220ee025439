import { groupRows } from '../columns/group-rows.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';
import { sortRows } from '../columns/sort-rows.ts';
import type { Company, InitiativeFacts, PersonFacts, ProjectFacts, StepColumns } from './company.ts';

/**
 * Gathers a company row by row into columns, for loaders that stream. Each `addX` that takes an id returns the dense index
 * to refer to it by. Instants are milliseconds since the epoch.
 */
export interface CompanyBuilder {
  addTeam(id: string): number;
  addPerson(id: string, person: PersonFacts): number;
  addInitiative(id: string, initiative: InitiativeFacts): number;
  addProject(id: string, project: ProjectFacts): number;
  /** `project`: index or −1. `flags`: bits of `issueFlag`. */
  addIssue(id: string, createdAt: number, project: number, flags: number): number;
  /** Steps may come in any order of issues; those of one issue and instant in the order in which they happened. */
  addStatusStep(issue: number, at: number, category: number): void;
  addTeamStep(issue: number, at: number, team: number): void;
  addClosedStep(issue: number, at: number, isClosed: boolean): void;
  addAssigneeStep(issue: number, at: number, person: number): void;
  addFlagStep(issue: number, at: number, isFlagged: boolean): void;
  /** `to`: Infinity while the link stands. */
  addDependency(blocker: number, blocked: number, from: number, to: number): void;
  /** A link whose start is not known: counted, never taxed. */
  addDependencyOfUnknownStart(): void;
  build(): BuiltCompany;
}

/** Its ids are texts. */
export type BuiltCompany = Company & { readonly ids: { readonly issues: readonly string[] } };

export function makeCompanyBuilder(): CompanyBuilder {
  const teams: string[] = [];
  const issues: string[] = [];
  const people = makeNamed<PersonFacts>();
  const initiatives = makeNamed<InitiativeFacts>();
  const projects = makeNamed<ProjectFacts>();
  const createdAt = makeFloats();
  const project = makeInts();
  const flags = makeBytes();
  const status = makeSteps();
  const team = makeSteps();
  const closed = makeSteps();
  const assignee = makeSteps();
  const flagged = makeSteps();
  const blocker = makeInts();
  const blocked = makeInts();
  const from = makeFloats();
  const to = makeFloats();
  let unknownStarts = 0;

  return {
    addTeam: (id) => teams.push(id) - 1,
    addPerson: people.add,
    addInitiative: initiatives.add,
    addProject: projects.add,
    addIssue(id, created, ofProject, ofFlags) {
      createdAt.push(created);
      project.push(ofProject);
      flags.push(ofFlags);
      return issues.push(id) - 1;
    },
    addStatusStep: status.push,
    addTeamStep: team.push,
    addClosedStep: (issue, at, isClosed) => closed.push(issue, at, isClosed ? 1 : 0),
    addAssigneeStep: assignee.push,
    addFlagStep: (issue, at, isFlagged) => flagged.push(issue, at, isFlagged ? 1 : 0),
    addDependency(ofBlocker, ofBlocked, linkedFrom, linkedTo) {
      blocker.push(ofBlocker);
      blocked.push(ofBlocked);
      from.push(linkedFrom);
      to.push(linkedTo);
    },
    addDependencyOfUnknownStart() {
      unknownStarts++;
    },
    build: () => ({
      ids: { teams, issues, projects: projects.ids, initiatives: initiatives.ids, people: people.ids },
      issues: {
        count: issues.length,
        createdAt: createdAt.view(),
        project: project.view(),
        flags: flags.view(),
        status: status.columns(issues.length),
        team: team.columns(issues.length),
        closed: closed.columns(issues.length),
        assignee: assignee.columns(issues.length),
        ...(flagged.count() > 0 && { flagged: flagged.columns(issues.length) }),
      },
      dependencies: {
        count: blocker.length,
        blocker: blocker.view(),
        blocked: blocked.view(),
        from: from.view(),
        to: to.view(),
        unknownStarts,
      },
      projects: projects.facts,
      initiatives: initiatives.facts,
      people: people.facts,
    }),
  };
}

function makeNamed<T>() {
  const ids: string[] = [];
  const facts: T[] = [];
  const add = (id: string, each: T): number => {
    ids.push(id);
    return facts.push(each) - 1;
  };
  return { ids, facts, add };
}

function makeSteps() {
  const issue = makeInts();
  const at = makeFloats();
  const value = makeInts();
  let isInOrder = true;
  let lastIssue = -1;
  let lastAt = -Infinity;

  return {
    count: (): number => value.length,
    push(ofIssue: number, instant: number, ofValue: number): void {
      isInOrder &&= ofIssue > lastIssue || (ofIssue === lastIssue && instant >= lastAt);
      lastIssue = ofIssue;
      lastAt = instant;
      issue.push(ofIssue);
      at.push(instant);
      value.push(ofValue);
    },
    columns(issueCount: number): StepColumns {
      const { offset, rows } = groupRows(issue.view(), issueCount);
      const instants = at.view();
      const values = value.view();
      if (isInOrder) return { offset, at: instants, value: values };
      for (let i = 0; i < issueCount; i++) sortRows(rows.subarray(offset[i]!, offset[i + 1]!), offset[i + 1]! - offset[i]!, instants);
      return { offset, at: Float64Array.from(rows, (row) => instants[row]!), value: Int32Array.from(rows, (row) => values[row]!) };
    },
  };
}
