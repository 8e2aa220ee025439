import type { Company } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';
import { relate } from '../company/relate.ts';
import type { Team } from '../company/team.ts';
import { DAY_MS } from './calendar.ts';
import type { Random } from './random.ts';

const MAX_TRIES = 400;

/** Circles in which teams wait for each other today: one of three teams, the others of two. */
export function addDeadlocks(company: Company, random: Random): void {
  const open = company.issues.all.filter(({ state }) => state.type === 'unstarted' || state.type === 'started');
  const used = new Set<Issue>();
  addCircle(company, open, 3, used, random);
  const pairs = 1 + Math.floor(Math.log10(Math.max(10, company.issues.size)) / 2);
  for (let pair = 0; pair < pairs; pair += 1) addCircle(company, open, 2, used, random);
}

function addCircle(company: Company, open: readonly Issue[], size: number, used: Set<Issue>, random: Random): void {
  const circle: Issue[] = [];
  const teams = new Set<Team>();
  for (let tries = 0; tries < MAX_TRIES && circle.length < size && open.length > 0; tries += 1) {
    const issue = random.pick(open);
    const isLinked = circle.some((other) => isRelated(issue, other));
    if (isLinked || used.has(issue) || teams.has(issue.team)) continue;
    used.add(issue);
    teams.add(issue.team);
    circle.push(issue);
  }
  if (circle.length < size) return;
  const latest = Math.max(...circle.map(({ createdAt }) => createdAt));
  for (const [place, blocked] of circle.entries()) {
    const blocker = circle[(place + 1) % size] as Issue;
    const at = latest + ((company.today - latest) * (place + 1)) / (size + 2);
    const recent = Math.max(at, company.today - (21 - place * 4) * DAY_MS);
    relate(company, 'blocks', blocker, blocked, Math.round(recent), blocked.creator);
  }
}

function isRelated(issue: Issue, other: Issue): boolean {
  return (
    issue.relations.some(({ relatedIssue }) => relatedIssue === other) ||
    issue.inverseRelations.some((relation) => relation.issue === other)
  );
}
