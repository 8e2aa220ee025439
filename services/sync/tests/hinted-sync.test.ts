import { randomUUID } from 'node:crypto';
import { noteSyncHints, type SyncHint } from '@speedtax/storage/facts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { addRelation, type Company, changeState, createIssue, generateCompany, type Issue, moveTeam } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handleSyncDue } from '../src/jobs/sync-due.ts';
import { readFacts } from './facts.ts';
import { makeClock, makeWorkspace, serve, serveJira, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const minuteMs = 60_000;
const clock = makeClock(today);
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

/** As the API leaves them when a webhook comes in, and wakes the sync. */
async function hint({ place, context, runJobs }: Workspace, hints: readonly (Partial<SyncHint> & { externalId: string })[]): Promise<void> {
  const all = hints.map((one) => ({ subject: 'issue' as const, saysDeleted: false, ...one }));
  await test.database.inOrganization(place.organizationId, (trx) => noteSyncHints(trx, place, all, new Date(clock.now())));
  await context.queue.enqueue('sync.step', { ...place, syncId: null });
  await runJobs();
}

async function listSyncs({ organizationId }: Workspace): Promise<string[]> {
  const { rows } = await test.database.inOrganization(organizationId, (trx) =>
    sql<{ kind: string; state: string }>`select kind, state from sync order by created_at, id`.execute(trx),
  );
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}

const countHints = ({ organizationId }: Workspace) =>
  test.database.inOrganization(organizationId, async (trx) => {
    const { rows } = await sql<{ hints: number }>`select count(*) as hints from sync_hint`.execute(trx);
    return rows[0]?.hints;
  });

const linear = async (company: Company) => ({ twin: await serve(company, clock), jira: undefined, idOf: (issue: Issue) => issue.id });
const cloud = async (company: Company) => {
  const twin = await serveJira(company, clock, 'cloud');
  return { twin, jira: 'cloud' as const, idOf: (issue: Issue) => String(twin.site.numbers.of('issue', issue)) };
};

describe.each([
  { tracker: 'Linear', serveTracker: linear, mostRequests: 3 },
  { tracker: 'Jira', serveTracker: cloud, mostRequests: 6 },
])('a hint of $tracker', ({ serveTracker, mostRequests }) => {
  let company: Company;
  let served: Awaited<ReturnType<typeof serveTracker>>;
  let workspace: Workspace;
  let idOf: (issue: Issue) => string;

  beforeAll(async () => {
    company = generateCompany({ seed: 8, issues: 300, today, fits: 'jira' });
    served = await serveTracker(company);
    idOf = served.idOf as (issue: Issue) => string;
    workspace = await makeWorkspace(test, { url: served.twin.url, clock, ...(served.jira && { jira: served.jira }) });
    await workspace.sync('backfill');
  });
  afterAll(() => served?.twin.close());
  afterEach(() => clock.advance(minuteMs));

  const openIssue = () => company.issues.all.find(({ state, archivedAt }) => state.type === 'started' && archivedAt === null) as Issue;

  it.each<[string, (at: number) => Issue[]]>([
    [
      'to a change of state',
      (at) => {
        const issue = openIssue();
        changeState(company, issue, 'completed', at);
        return [issue];
      },
    ],
    [
      'to a new issue',
      (at) => {
        const [team] = company.teams.all;
        return team ? [createIssue(company, { team, title: 'Came by a webhook' }, at)] : [];
      },
    ],
    [
      'to a link, at one of its ends',
      (at) => {
        const issue = openIssue();
        const relatedIssue = company.issues.all.find(({ team, archivedAt }) => team !== issue.team && archivedAt === null) as Issue;
        addRelation(company, { issue, relatedIssue }, at);
        return [relatedIssue];
      },
    ],
    [
      'to a move to another team',
      (at) => {
        const issue = openIssue();
        const team = company.teams.all.find((one) => one !== issue.team);
        if (team) moveTeam(company, issue, team, at);
        return [issue];
      },
    ],
  ])('%s brings what a sync of everything would, for a few requests', async (_title, change) => {
    const issues = change(clock.now());
    clock.advance(1_000);
    const before = served.twin.ledger.entries.length;
    await hint(
      workspace,
      issues.map((issue) => ({ externalId: idOf(issue) })),
    );
    expect(served.twin.ledger.entries.length - before).toBeLessThanOrEqual(mostRequests);
    expect(await countHints(workspace)).toBe(0);
    expect((await listSyncs(workspace)).at(-1)).toBe('targeted done');
    const followed = await readFacts(test, workspace.organizationId);
    await workspace.sync('incremental');
    expect(followed).toEqual(await readFacts(test, workspace.organizationId));
  });

  it('of something that is not there changes nothing', async () => {
    const before = await readFacts(test, workspace.organizationId);
    await hint(workspace, [{ externalId: served.jira ? '99999999' : randomUUID() }]);
    expect(await readFacts(test, workspace.organizationId)).toEqual(before);
  });

  it('that an issue was deleted is believed only where it is not shown', async () => {
    const before = await readFacts(test, workspace.organizationId);
    await hint(workspace, [{ externalId: idOf(openIssue()), saysDeleted: true }]);
    expect(await readFacts(test, workspace.organizationId)).toEqual(before);
  });

  it('to a project has everything that changed read', async () => {
    await hint(workspace, [{ subject: 'everything', externalId: '' }]);
    expect((await listSyncs(workspace)).at(-1)).toBe('incremental done');
    expect(await countHints(workspace)).toBe(0);
  });

  it('whose wake-up was lost is followed with the next look', async () => {
    await test.database.inOrganization(workspace.organizationId, (trx) =>
      noteSyncHints(trx, workspace.place, [{ subject: 'issue', externalId: idOf(openIssue()), saysDeleted: false }], new Date(clock.now())),
    );
    await handleSyncDue(workspace.context);
    await workspace.runJobs();
    expect(await countHints(workspace)).toBe(0);
  });

  it('waits while the connection is paused', async () => {
    const pause = (at: Date | null) =>
      test.database.inOrganization(workspace.organizationId, (trx) => sql`update connection set paused_at = ${at}`.execute(trx));
    await pause(new Date(clock.now()));
    await hint(workspace, [{ externalId: idOf(openIssue()) }]);
    expect(await countHints(workspace)).toBe(1);
    await pause(null);
    await workspace.context.queue.enqueue('sync.step', { ...workspace.place, syncId: null });
    await workspace.runJobs();
    expect(await countHints(workspace)).toBe(0);
  });
});
