import { initiative, issueRow, pastPage, speedTax } from '@speedtax/contract';
import { worldAsOf } from '@speedtax/domain/reference/world-as-of.ts';
import {
  addRelation,
  archive,
  assign,
  type Company,
  changeOwner,
  changeProjectStatus,
  changeState,
  createIssue,
  generateCompany,
  moveTeam,
  removeRelation,
} from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { type Installation, startInstallation } from './installation.ts';
import { referenceAnswer } from './reference-answer.ts';
import { worldOfCompany } from './world-of-company.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
const pastInstants = ['2026-10-01T00:00:00.000Z', '2026-08-12T09:41:00.000Z'];
const span = { from: '2026-04-01', to: '2026-12-01' };

let company: Company;
let installation: Installation;
/** The instant up to which the first sync has read. */
let firstCutOff: string;

beforeAll(async () => {
  company = generateCompany({ seed: 31, issues: 260, today });
  installation = await startInstallation(company);
  firstCutOff = speedTax.parse(await installation.get('/speed-tax')).dataCutOff as string;
});
afterAll(() => installation?.close());

describe('a company of some years, asked as of a past instant', () => {
  it.each(pastInstants)('has the speed tax that the literal reference finds in what was written down by %s', async (asOf) => {
    const at = Date.parse(asOf);
    const answer = speedTax.parse(await installation.get(`/speed-tax?from=${span.from}&to=${span.to}&asOf=${asOf}`));
    const window = { from: Date.parse(span.from), to: Date.parse(span.to), now: at };
    const expected = referenceAnswer(worldAsOf(worldOfCompany(company), at), window);
    expect(answer.total.waitingMs).toBeGreaterThan(0);
    expectClose(answer.total, expected.total, 'total');
    for (const { teamId, externalId, key, name, ...figures } of answer.teams) expectClose(figures, expected.teams.get(externalId), name);
    const externalIds = new Map(answer.teams.map((team) => [team.teamId, team.externalId]));
    for (const { waitingTeamId, blockingTeamId, quote, ...pair } of answer.pairs) {
      const names = `${externalIds.get(waitingTeamId)}|${externalIds.get(blockingTeamId)}`;
      expectClose(pair, expected.pairs.get(names), names);
    }
  });

  it('answers byte for byte the same after everything was rebuilt, synced again, and went on', async () => {
    const before = await askAll();
    expect(before.length).toBeGreaterThan(30);
    await installation.rebuild();
    await installation.syncAgain();
    expect(await askAll()).toEqual(before);

    const facts = (await readToday()).total.waitingMs;
    changeEverything(company, Date.parse(firstCutOff) + 1);
    await installation.syncAgain();
    expect((await readToday()).total.waitingMs).not.toBe(facts);
    // A moved issue has another key and address in the tracker from then on, and a link that is gone is told by its history.
    expect((await askAll()).map(withoutWords)).toEqual(before.map(withoutWords));
  });
});

/** Of edits of an issue's words trackers date the last one only: which links rest is told from that. */
const withoutWords = (body: string) =>
  body.replaceAll(/"(key|url|startEvidence)":"[^"]*"/g, '').replaceAll(/"staleLinks":\{.*\},"withoutLeader"/g, '"withoutLeader"');

const readToday = async () => speedTax.parse(await installation.get(`/speed-tax?from=${span.from}&to=${span.to}`));

/** What every endpoint that takes `asOf` says of the instants, the one of the first sync included, each as one text. */
async function askAll(): Promise<string[]> {
  const bodies: string[] = [];
  for (const asOf of [...pastInstants, firstCutOff]) {
    const window = `from=${span.from}&to=${span.to}&asOf=${asOf}`;
    const ask = async (path: string) => {
      const body = await installation.get(path);
      bodies.push(`${path} ${JSON.stringify(body)}`);
      return body;
    };
    await ask(`/speed-tax?${window}`);
    await ask(`/speed-tax/series?${window}&bucket=month`);
    await ask(`/quotes?asOf=${asOf}`);
    await ask(`/decouplings?${window}`);
    await ask(`/deadlocks?asOf=${asOf}`);
    const issues = pastPage(issueRow).parse(await ask(`/issues?waiting=true&asOf=${asOf}`));
    for (const { issueId } of issues.items.slice(0, 3)) await ask(`/issues/${issueId}/waits?asOf=${asOf}`);
    const initiatives = pastPage(initiative).parse(await ask(`/initiatives?asOf=${asOf}`));
    for (const { initiativeId } of initiatives.items.slice(0, 1))
      for (const part of ['', '/blockers', '/timeline', '/inputs']) await ask(`/initiatives/${initiativeId}${part}?asOf=${asOf}`);
  }
  return bodies;
}

/** One of each kind of change that a tracker dates, on things that the answers show. */
function changeEverything(world: Company, at: number): void {
  const open = world.issues.all.filter((issue) => issue.archivedAt === null && !issue.state.type.match(/completed|canceled|duplicate/));
  const standing = world.relations.all.filter((r) => r.type === 'blocks' && open.includes(r.issue) && open.includes(r.relatedIssue));
  const across = standing.filter((relation) => relation.issue.team !== relation.relatedIssue.team);
  const [unlinked, finished, moved, put] = across;
  if (!unlinked || !finished || !moved || !put) throw new Error(`${across.length} links across teams stand, expected 4`);
  removeRelation(world, unlinked, at);
  changeState(world, finished.issue, 'completed', at);
  changeState(world, finished.relatedIssue, 'started', at);
  moveTeam(world, moved.issue, moved.relatedIssue.team, at);
  archive(world, put.issue, at);
  const [first, second] = [open[0], open.find((issue) => issue.team !== open[0]?.team)];
  if (!first || !second) throw new Error('Two open issues of different teams were expected');
  const made = createIssue(
    world,
    { team: second.team, title: 'Came later', state: first.team === second.team ? first.state : second.state, project: first.project },
    at,
  );
  addRelation(world, { issue: made, relatedIssue: first }, at);
  const [anybody, somebody] = world.users.all.filter((user) => user.active);
  assign(world, first, (first.assignee === anybody ? somebody : anybody) ?? null, at);
  for (const each of world.initiatives.all.slice(0, 3)) changeOwner(world, each, (each.owner === anybody ? somebody : anybody) ?? null, at);
  const project = world.projects.all.find((each) => each.status.type === 'started');
  if (project) changeProjectStatus(world, project, 'completed', at);
}
