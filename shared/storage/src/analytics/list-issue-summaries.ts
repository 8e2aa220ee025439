import { sql } from 'kysely';
import type { StatusCategoryName } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';
import { knownAs } from './known-as.ts';

/** An issue as it stands today, with the words and links of the tracker. */
export interface IssueSummary {
  readonly id: string;
  readonly externalId: string;
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly category: StatusCategoryName | null;
  readonly statusName: string | null;
  readonly statusId: string | null;
  readonly assigneeId: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** The issues with these ids, by id; one that is not there is left out. */
export async function listIssueSummaries(
  trx: DatabaseTransaction,
  organizationId: string,
  ids: Iterable<string>,
): Promise<Map<string, IssueSummary>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<IssueSummary>`
    select i.id, i.external_id as "externalId", i.key, i.title, i.url, t.id as "teamId", t.name as "teamName",
      s.category, s.name as "statusName", i.status_id as "statusId", ${knownAs(organizationId, 'i.assignee_id')} as "assigneeId", i.project_id as "projectId", p.name as "projectName",
      i.created_at as "createdAt", i.closed_at as "closedAt"
    from issue i
    left join team t on t.organization_id = i.organization_id and t.id = ${knownAs(organizationId, 'i.team_id')}
    left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
    left join project p on p.organization_id = i.organization_id and p.id = i.project_id
    where i.organization_id = ${organizationId} and i.id = any(${wanted}::uuid[])
  `.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
