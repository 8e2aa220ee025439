import { sql } from 'kysely';
import type { DerivedTables, PlanStatusName } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface InitiativeSummary {
  readonly id: string;
  readonly externalId: string;
  readonly key: string | null;
  readonly name: string;
  readonly url: string | null;
  readonly status: PlanStatusName;
  readonly startOn: string | null;
  readonly targetOn: string | null;
  readonly ownership: DerivedTables['initiative_verdict']['ownership'];
  readonly accountableIds: readonly string[];
  readonly ownerSpan: number | null;
  readonly singleThreaded: boolean;
  readonly issues: number;
  readonly openIssues: number;
  readonly crossTeamBlockers: number;
  readonly externalBlockers: number;
}

export interface InitiativeFilter {
  readonly status?: PlanStatusName | undefined;
  readonly id?: string;
  readonly afterId: string | null;
  readonly limit: number;
}

/** Initiatives by id with their verdicts; one that came after the last analysis has none yet and is left out. */
export async function listInitiatives(
  trx: DatabaseTransaction,
  organizationId: string,
  { status, id, afterId, limit }: InitiativeFilter,
): Promise<InitiativeSummary[]> {
  const { rows } = await sql<InitiativeSummary>`
    select i.id, i.external_id as "externalId", i.key, i.name, i.url, i.status, i.start_on as "startOn", i.target_on as "targetOn",
      v.ownership, v.accountable_ids as "accountableIds", v.owner_span as "ownerSpan", v.single_threaded as "singleThreaded",
      v.issues, v.open_issues as "openIssues", blockers.all as "crossTeamBlockers", blockers.external as "externalBlockers"
    from initiative i
    join initiative_verdict v on v.organization_id = i.organization_id and v.initiative_id = i.id
    cross join lateral (
      select count(*) as all, count(*) filter (where b.is_external) as external
      from initiative_blocker b
      where b.organization_id = i.organization_id and b.initiative_id = i.id
    ) blockers
    where i.organization_id = ${organizationId}
      ${status ? sql`and i.status = ${status}` : sql``}
      ${id ? sql`and i.id = ${id}` : sql``}
      ${afterId ? sql`and i.id > ${afterId}` : sql``}
    order by i.id
    limit ${limit}
  `.execute(trx);
  return rows;
}
