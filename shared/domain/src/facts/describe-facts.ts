import type { Company, PlanDates, StepColumns } from './company.ts';

/**
 * The facts of a company as of an instant, as lines to make a digest of: equal lines, equal figures. Everything is named by id, so
 * that what came later, and only moved positions, changes no line. Give it the answer of `companyAsOf` for that instant.
 */
export function* describeFacts(company: Company, instant: number): Generator<string> {
  const { ids, issues, dependencies, projects, initiatives } = company;
  const isThere = (dates: PlanDates | undefined): boolean => dates === undefined || dates.createdAt <= instant;
  for (const [index, { owner, status, parents, dates }] of initiatives.entries())
    if (isThere(dates))
      yield line('initiative', ids.initiatives[index], status, tellPerson(company, owner), ...namesOf(ids.initiatives, parents));
  for (const [index, { lead, status, initiatives: within, dates }] of projects.entries())
    if (isThere(dates)) yield line('project', ids.projects[index], status, tellPerson(company, lead), ...namesOf(ids.initiatives, within));
  for (let issue = 0; issue < issues.count; issue++) {
    if (issues.createdAt[issue]! > instant) continue;
    const steps = [
      tellSteps(issues.status, issue, String),
      tellSteps(issues.team, issue, (team) => ids.teams[team] ?? ''),
      tellSteps(issues.closed, issue, String),
      ...(issues.flagged && hasSteps(issues.flagged, issue) ? [`flagged ${tellSteps(issues.flagged, issue, String)}`] : []),
      ...(issues.assignee ? [tellSteps(issues.assignee, issue, (person) => ids.people[person] ?? '')] : []),
    ];
    yield line('issue', ids.issues.at(issue), issues.createdAt[issue], issues.flags[issue], ids.projects[issues.project[issue]!], ...steps);
  }
  const links: string[] = [];
  for (let row = 0; row < dependencies.count; row++) {
    const [blocker, blocked] = [dependencies.blocker[row]!, dependencies.blocked[row]!];
    links.push(line('link', ids.issues.at(blocked), ids.issues.at(blocker), dependencies.from[row], dependencies.to[row]));
  }
  yield* links.sort();
}

type Word = string | number | undefined;

function line(...words: readonly Word[]): string {
  return words.map((word) => word ?? '').join(' ');
}

/** Whether somebody is active, and in which teams, decides who is accountable and what they control. */
function tellPerson({ ids, people }: Company, index: number): string {
  const person = people[index];
  if (person === undefined) return '-';
  return [ids.people[index], person.active, ...namesOf(ids.teams, person.teams)].join(',');
}

function namesOf(ids: readonly string[], indexes: readonly number[]): string[] {
  return indexes.map((index) => ids[index] ?? '').sort();
}

function hasSteps({ offset }: StepColumns, issue: number): boolean {
  return offset[issue + 1]! > offset[issue]!;
}

function tellSteps({ offset, at, value }: StepColumns, issue: number, nameOf: (value: number) => string): string {
  let told = '';
  for (let row = offset[issue]!; row < offset[issue + 1]!; row++) told += `${at[row]}:${nameOf(value[row]!)},`;
  return `[${told}]`;
}
