import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { generateCompany } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClock, makeWorkspace, serve, serveJira } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const clock = makeClock(today);
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

describe.each([{ tracker: 'Linear' }, { tracker: 'Jira' }])('of a $tracker of which one team was chosen', ({ tracker }) => {
  it('the issues of that team are read, and of others only the far ends of dependencies', async () => {
    const company = generateCompany({ seed: 12, issues: 300, today, fits: 'jira' });
    const isLinear = tracker === 'Linear';
    const twin = isLinear ? await serve(company, clock) : await serveJira(company, clock, 'cloud');
    const workspace = await makeWorkspace(test, { url: twin.url, clock, ...(!isLinear && { jira: 'cloud' as const }) });
    const [team] = company.teams.all;
    if (!team) throw new Error('expected the company to have a team');
    const key = isLinear ? team.id : team.key;
    const inOrganization = <T>(query: ReturnType<typeof sql<T>>) =>
      test.database.inOrganization(workspace.organizationId, async (trx) => (await query.execute(trx)).rows);
    await inOrganization(sql`update connection set scope = ${[key]}::text[]`);
    await workspace.sync('backfill');
    await workspace.sync('reconcile');
    const rows = await inOrganization(
      sql<{ key: string; isEnd: boolean }>`
        select i.key, exists (select from issue_link l where i.id in (l.blocker_issue_id, l.blocked_issue_id)) as "isEnd" from issue i`,
    );
    const isOurs = (issueKey: string) => issueKey.startsWith(`${team.key}-`);
    const expected = company.issues.all.filter((issue) => issue.team === team).map(({ identifier }) => identifier);
    expect(
      rows
        .filter((row) => isOurs(row.key))
        .map((row) => row.key)
        .sort(),
    ).toEqual(expected.sort());
    expect(rows.filter((row) => !isOurs(row.key) && !row.isEnd)).toEqual([]);
    expect(rows.length).toBeLessThan(company.issues.size / 2);
    await twin.close();
  });
});
