import type { Company } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { mentionsByConnection } from '../derived/mentions-by-connection.ts';
import type { CoverageCounts, Tables } from '../tables.ts';

interface Mark {
  readonly isStub: boolean;
  readonly noHistory: boolean;
}

/**
 * What is known of a company as of an instant, and what is not. Teams, statuses and links are those of then; whether an issue's
 * history has been read and whether the credentials can see it is as it is today.
 * @param past the answer of `companyAsOf`
 * @param problems what the engine found wrong in it
 */
export async function countPastCoverage(
  trx: Transaction<Tables>,
  organizationId: string,
  { past, instant, problems }: { past: Company; instant: number; problems: number },
): Promise<CoverageCounts> {
  const marks = await listMarks(trx, organizationId);
  const { createdAt, status, team } = past.issues;
  const unknownAt = ({ offset, value }: typeof status, issue: number): boolean =>
    offset[issue] === offset[issue + 1] || value[(offset[issue + 1] as number) - 1] === -1;
  let [issues, unseen, noTeam, noStatus, noHistory, withGap] = [0, 0, 0, 0, 0, 0];
  for (let issue = 0; issue < past.issues.count; issue++) {
    if ((createdAt[issue] as number) > instant) continue;
    const mark = marks.get(past.ids.issues.at(issue) as string);
    if (mark?.isStub) {
      unseen++;
      continue;
    }
    issues++;
    const gaps = { team: unknownAt(team, issue), status: unknownAt(status, issue), history: mark?.noHistory ?? false };
    if (gaps.team) noTeam++;
    if (gaps.status) noStatus++;
    if (gaps.history) noHistory++;
    if (gaps.team || gaps.status || gaps.history) withGap++;
  }
  const unknownStarts = await countUnknownStarts(trx, organizationId, instant);
  return {
    issues,
    issuesWithoutTeam: noTeam,
    issuesWithUnknownStatus: noStatus,
    issuesWithoutHistory: noHistory,
    unseenIssues: unseen,
    issuesWithGap: withGap,
    dependencies: past.dependencies.count + unknownStarts,
    dependenciesWithUnknownStart: unknownStarts,
    mentions: await countMentions(trx, organizationId, new Date(instant)),
    problems,
  };
}

/** Only of the issues that something is missing of. */
async function listMarks(trx: Transaction<Tables>, organizationId: string): Promise<Map<string, Mark>> {
  const rows = await trx
    .selectFrom('issue')
    .select(['id', 'is_stub as isStub', sql<boolean>`history_read_at is null`.as('noHistory')])
    .where('organization_id', '=', organizationId)
    .where((where) => where.or([where('is_stub', '=', true), where('history_read_at', 'is', null)]))
    .execute();
  return new Map(rows.map(({ id, ...mark }) => [id, mark]));
}

/** Links between issues that were there already: one may be younger than the instant, and nobody can know. */
async function countUnknownStarts(trx: Transaction<Tables>, organizationId: string, instant: number): Promise<number> {
  const { rows } = await sql<{ links: number }>`
    select count(*) as links
    from dependency d
    join issue blocker on blocker.organization_id = d.organization_id and blocker.id = d.blocker_issue_id
    join issue blocked on blocked.organization_id = d.organization_id and blocked.id = d.blocked_issue_id
    where d.organization_id = ${organizationId} and d.from_at is null
      and greatest(blocker.created_at, blocked.created_at) <= ${new Date(instant)}
  `.execute(trx);
  return rows[0]?.links ?? 0;
}

async function countMentions(trx: Transaction<Tables>, organizationId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ mentions: number }>`select mentions from (${mentionsByConnection(organizationId, at)}) m`.execute(trx);
  return rows.reduce((sum, { mentions }) => sum + mentions, 0);
}
