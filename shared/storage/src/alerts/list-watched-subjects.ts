import type { AlertSubjectKind } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { listTeamNames } from '../analytics/list-team-names.ts';
import type { DerivedTables, Tables } from '../tables.ts';

export interface WatchedSubject {
  readonly kind: AlertSubjectKind;
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  /** Of initiatives. */
  readonly ownership: DerivedTables['initiative_verdict']['ownership'] | null;
  readonly accountableIds: readonly string[];
  readonly ownerSpan: number | null;
  /** Of initiatives: those that it holds, itself among them, are counted by these projects. */
  readonly projectIds: readonly string[];
}

/** Initiatives that are planned or active, and every team. */
export async function listWatchedSubjects(trx: Transaction<Tables>, organizationId: string): Promise<WatchedSubject[]> {
  const { rows } = await sql<WatchedSubject>`
    with recursive family (root, id) as (
      select id, id from initiative where organization_id = ${organizationId} and status in ('planned', 'active')
      union
      select family.root, p.initiative_id from initiative_parent p join family on p.organization_id = ${organizationId} and p.parent_id = family.id
    ),
    held as (
      select family.root, array_agg(distinct l.project_id) as project_ids
      from family join project_initiative l on l.organization_id = ${organizationId} and l.initiative_id = family.id
      group by family.root
    )
    select 'initiative' as kind, i.id, i.name, i.url, v.ownership, v.accountable_ids as "accountableIds", v.owner_span as "ownerSpan",
      coalesce(held.project_ids, '{}') as "projectIds"
    from initiative i
    join initiative_verdict v on v.organization_id = i.organization_id and v.initiative_id = i.id
    left join held on held.root = i.id
    where i.organization_id = ${organizationId} and i.status in ('planned', 'active')
    order by i.id
  `.execute(trx);
  const teams = await listTeamNames(trx, organizationId);
  const ofTeam = { kind: 'team', url: null, ownership: null, accountableIds: [], ownerSpan: null, projectIds: [] } as const;
  return [...rows, ...[...teams.values()].map(({ id, name }) => ({ ...ofTeam, id, name }))];
}
