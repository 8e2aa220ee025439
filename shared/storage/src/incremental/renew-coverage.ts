import { sql, type Transaction } from 'kysely';
import { mentionsByConnection } from '../derived/mentions-by-connection.ts';
import type { CoverageByConnection, CoverageCounts, Tables } from '../tables.ts';
import { countUnseenKeys } from './count-unseen-keys.ts';
import type { SmallCompanies, SmallIssue } from './load-small-companies.ts';
import type { Memory } from './memory.ts';

const none: CoverageCounts = {
  issues: 0,
  issuesWithoutTeam: 0,
  issuesWithUnknownStatus: 0,
  issuesWithoutHistory: 0,
  unseenIssues: 0,
  issuesWithGap: 0,
  dependencies: 0,
  dependenciesWithUnknownStart: 0,
  mentions: 0,
  problems: 0,
};

/** The coverage of each connection, from what it was and what has changed. Problems are those of its last sync; mentions are counted anew. */
export async function renewCoverage(
  trx: Transaction<Tables>,
  organizationId: string,
  former: CoverageByConnection,
  { issues, dependencies, categories }: SmallCompanies,
  memory: Memory,
): Promise<CoverageByConnection> {
  const { rows } = await sql<{ id: string; problems: number; mentions: number }>`
    select c.id, coalesce(m.mentions, 0) as mentions, (
      select count(*) from sync_problem p
      where p.organization_id = c.organization_id and p.connection_id = c.id and p.sync_id = (
        select s.id from sync s where s.organization_id = c.organization_id and s.connection_id = c.id order by s.created_at desc limit 1
      )
    ) as problems
    from connection c
    left join (${mentionsByConnection(organizationId)}) m on m.connection_id = c.id
    where c.organization_id = ${organizationId}
  `.execute(trx);
  const coverage = new Map(rows.map(({ id, ...counted }) => [id, { ...(former[id] ?? none), ...counted }]));
  const add = (connectionId: string, counts: Partial<CoverageCounts>, times: number) => {
    const known = coverage.get(connectionId);
    if (known === undefined) return;
    for (const [name, count] of Object.entries(counts)) known[name as keyof CoverageCounts] += count * times;
  };
  for (const issue of issues) add(issue.connection_id, countsOf(issue, categories), Number(issue.isAfter) - Number(issue.isBefore));
  for (const { connection_id, from_at, isBefore, isAfter } of dependencies)
    add(connection_id, { dependencies: 1, dependenciesWithUnknownStart: from_at === null ? 1 : 0 }, Number(isAfter) - Number(isBefore));
  for (const { connectionId, unseen } of await countUnseenKeys(trx, organizationId, memory)) add(connectionId, { unseenIssues: unseen }, 1);
  return Object.fromEntries(coverage);
}

/** What one issue adds to the coverage of its connection; see `countCoverage`. */
function countsOf(issue: SmallIssue, categories: SmallCompanies['categories']): Partial<CoverageCounts> {
  if (issue.is_stub) return { unseenIssues: 1 };
  const noTeam = issue.team_id === null;
  const noStatus = issue.status_id === null || (categories.get(issue.status_id) ?? null) === null;
  return {
    issues: 1,
    issuesWithoutTeam: Number(noTeam),
    issuesWithUnknownStatus: Number(noStatus),
    issuesWithoutHistory: Number(!issue.has_history),
    issuesWithGap: Number(noTeam || noStatus || !issue.has_history),
  };
}
