import { type Company, issueFlag, makeCompanyBuilder, statusCategoryCode } from '../src/index.ts';
import { benchId } from './bench-id.ts';

const dayMs = 86_400_000;
const { backlog, unstarted, started, completed } = statusCategoryCode;

/** A team's project goes on for this long, then comes its next. */
const daysOfProject = 180;
const teamsOfInitiative = 5;

export interface LargeCompanySize {
  readonly issues: number;
  readonly dependencies: number;
  readonly teams: number;
  /** Days of history before `endAt`. */
  readonly days: number;
  /** Teams that a team depends on, the first ones the most; those of the whole company when there are as many. */
  readonly partners: number;
}

/** A company from a seed: five statuses an issue, dependencies among issues of about the same time, chains included. */
export function makeLargeCompany({ issues, dependencies, teams, days, partners }: LargeCompanySize, endAt: number): Company {
  const random = makeRandom(42);
  const builder = makeCompanyBuilder();
  const eras = Math.ceil(days / daysOfProject);
  for (let team = 0; team < teams; team++) builder.addTeam(benchId('team', team));
  for (let person = 0; person < teams; person++) builder.addPerson(benchId('person', person), { active: true, teams: [person] });
  const initiatives = Math.ceil(teams / teamsOfInitiative);
  for (let initiative = 0; initiative < initiatives * eras; initiative++)
    builder.addInitiative(benchId('initiative', initiative), { owner: initiative % teams, status: 'active', parents: [] });
  for (let era = 0; era < eras; era++)
    for (let team = 0; team < teams; team++)
      builder.addProject(benchId('project', era * teams + team), {
        lead: team,
        status: 'active',
        initiatives: [era * initiatives + Math.floor(team / teamsOfInitiative)],
      });

  const createdAt = new Float64Array(issues);
  const teamOf = new Int32Array(issues);
  const issuesOf: number[][] = Array.from({ length: teams }, () => []);
  for (let issue = 0; issue < issues; issue++) {
    // In order of creation, so that neighbours by number lived at the same time.
    const created = Math.floor(endAt - days * dayMs * (1 - issue / issues));
    const team = Math.floor(random() * teams);
    createdAt[issue] = created;
    teamOf[issue] = team;
    issuesOf[team]!.push(issue);
    const project = issue % 5 === 0 ? -1 : Math.floor((issue / issues) * eras) * teams + team;
    builder.addIssue(benchId('issue', issue), created, project, random() < 0.1 ? issueFlag.defect : 0);
    builder.addTeamStep(issue, created, team);
    if (random() < 0.05) builder.addTeamStep(issue, Math.floor(created + random() * 20 * dayMs), Math.floor(random() * teams));
    let at = created;
    for (const category of [backlog, unstarted, started, started, completed]) {
      builder.addStatusStep(issue, Math.floor(at), category);
      at += random() * 15 * dayMs;
    }
  }
  for (let d = 0; d < dependencies; d++) {
    const blocked = Math.floor(random() * issues);
    // The square makes the first partner the closest; partner 0 is the team itself.
    const partner = Math.floor(random() ** 2 * (partners + 1));
    const candidates = issuesOf[(teamOf[blocked]! + partner * 7) % teams]!;
    const place = Math.floor((blocked / issues) * candidates.length + (random() - 0.5) * candidates.length * 0.02);
    const blocker = candidates[Math.min(candidates.length - 1, Math.max(0, place))]!;
    const from = Math.max(createdAt[blocker]!, createdAt[blocked]!) + Math.floor(random() * 5 * dayMs);
    builder.addDependency(blocker, blocked, from, random() < 0.2 ? Math.floor(from + random() * 10 * dayMs) : Infinity);
  }
  return builder.build();
}

/** Numbers from 0 to 1 (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
