import { type Company, issueFlag, makeCompanyBuilder, statusCategoryCode } from '../src/index.ts';

const dayMs = 86_400_000;
const { backlog, unstarted, started, completed } = statusCategoryCode;

export interface LargeCompanySize {
  readonly issues: number;
  readonly dependencies: number;
  readonly teams: number;
  /** Days of history before `endAt`. */
  readonly days: number;
}

/** A company from a seed: five statuses an issue, dependencies among issues of about the same time, chains included. */
export function makeLargeCompany({ issues, dependencies, teams, days }: LargeCompanySize, endAt: number): Company {
  const random = makeRandom(42);
  const builder = makeCompanyBuilder();
  for (let team = 0; team < teams; team++) builder.addTeam(`team ${team}`);
  for (let person = 0; person < 50; person++) builder.addPerson(`person ${person}`, { active: true, teams: [person % teams] });
  for (let initiative = 0; initiative < 40; initiative++)
    builder.addInitiative(`initiative ${initiative}`, {
      owner: initiative % 50,
      status: 'active',
      parents: initiative >= 30 ? [initiative - 30] : [],
    });
  for (let project = 0; project < 400; project++)
    builder.addProject(`project ${project}`, { lead: project % 50, status: 'active', initiatives: [project % 40] });

  const createdAt = new Float64Array(issues);
  for (let issue = 0; issue < issues; issue++) {
    // In order of creation, so that neighbours by number lived at the same time.
    const created = Math.floor(endAt - days * dayMs * (1 - issue / issues));
    createdAt[issue] = created;
    builder.addIssue(`issue ${issue}`, created, issue % 5 === 0 ? -1 : issue % 400, random() < 0.1 ? issueFlag.defect : 0);
    builder.addTeamStep(issue, created, Math.floor(random() * teams));
    if (random() < 0.05) builder.addTeamStep(issue, created + random() * 20 * dayMs, Math.floor(random() * teams));
    let at = created;
    for (const category of [backlog, unstarted, started, started, completed]) {
      builder.addStatusStep(issue, Math.floor(at), category);
      at += random() * 15 * dayMs;
    }
  }
  for (let d = 0; d < dependencies; d++) {
    const blocked = Math.floor(random() * issues);
    const blocker = Math.min(issues - 1, Math.max(0, blocked + Math.floor((random() - 0.5) * issues * 0.02)));
    const from = Math.max(createdAt[blocker]!, createdAt[blocked]!) + Math.floor(random() * 5 * dayMs);
    builder.addDependency(blocker, blocked, from, random() < 0.2 ? from + random() * 10 * dayMs : Infinity);
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
