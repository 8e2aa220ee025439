import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { generateCompany } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRows } from './facts.ts';
import { makeClock, makeWorkspace, serveJira } from './harness.ts';

const clock = makeClock(Date.parse('2026-11-20T12:00:00Z'));
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

interface Answer {
  issues: { key: string }[];
}

it('an issue that the pages of a first reading skip is found at its end, however large the site', async () => {
  const company = generateCompany({ seed: 8, issues: 60, today: clock.now(), fits: 'jira' });
  const parents = new Set([...company.issues].map(({ parent }) => parent));
  const [skipped] = [...company.issues].filter((issue) => {
    const isAlone = issue.relations.length === 0 && issue.inverseRelations.length === 0 && !parents.has(issue);
    return isAlone && issue.archivedAt === null && issue.history.length > 0;
  });
  if (!skipped) throw new Error('expected an issue that no other names');
  const twin = await serveJira(company, clock, 'cloud', {
    onAnswer: ({ name, body }, answer) => {
      // As happens where tokens count issues, and one before them has gone.
      const isPage = name === 'search/jql' && String((body as { jql?: string } | null)?.jql).includes('ORDER BY created ASC');
      if (!isPage) return answer;
      const { issues, ...rest } = answer as Answer;
      return { ...rest, issues: issues.filter(({ key }) => key !== skipped.identifier) };
    },
  });
  try {
    const workspace = await makeWorkspace(test, { url: twin.url, clock, jira: 'cloud', settings: { smallSweep: 0 } });
    await workspace.sync('backfill');
    const query = sql<{ is_stub: boolean; changes: string }>`
      select is_stub, (select count(*) from issue_change c where c.organization_id = i.organization_id and c.issue_id = i.id) as changes
      from issue i where key = ${skipped.identifier}`;
    const [issue] = await readRows(test, workspace.organizationId, query);
    expect(issue?.is_stub).toBe(false);
    expect(Number(issue?.changes)).toBeGreaterThan(0);
  } finally {
    await twin.close();
  }
});
