import {
  analyze,
  type Company,
  type InitiativeDifference,
  makeClockCovering,
  type RowDifference,
  type ToldBlocker,
} from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { replaceRows } from '../bulk/replace-rows.ts';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { indexById, listIds } from '../derived/list-ids.ts';
import { loadIdentities } from '../derived/load-identities.ts';
import { loadPlans } from '../derived/load-plans.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';

export async function applyIssueCounts(
  trx: Transaction<Tables>,
  organizationId: string,
  differences: readonly InitiativeDifference[],
): Promise<void> {
  const changed = differences.filter(({ issues, openIssues }) => issues !== 0 || openIssues !== 0);
  if (changed.length === 0) return;
  await sql`
    update initiative_verdict v set issues = v.issues + d.issues, open_issues = v.open_issues + d.open_issues
    from unnest(${changed.map(({ initiativeId }) => initiativeId)}::uuid[], ${changed.map(({ issues }) => issues)}::int[],
      ${changed.map(({ openIssues }) => openIssues)}::int[]) as d(initiative_id, issues, open_issues)
    where v.organization_id = ${organizationId} and v.initiative_id = d.initiative_id
  `.execute(trx);
}

export async function applyBlockers(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  { gone, come }: RowDifference<ToldBlocker>,
): Promise<void> {
  const keyOf = ({ initiativeId, issueId }: ToldBlocker) => ({ initiative_id: initiativeId, blocker_issue_id: issueId });
  await deleteKeys(
    trx,
    derived.organization_id,
    'initiative_blocker',
    { initiative_id: 'uuid', blocker_issue_id: 'uuid' },
    gone.map(keyOf),
  );
  await upsertRows(
    trx,
    'initiative_blocker',
    come.map((blocker) => ({
      ...derived,
      ...keyOf(blocker),
      is_external: blocker.external,
      since_at: new Date(blocker.since),
      blocked_issue_ids: blocker.blockedIssueIds as string[],
    })),
  );
}

/** Numbered anew: there are few, and their numbers go by their first issue. */
export async function applyDeadlocks(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  { gone, come }: RowDifference<readonly string[]>,
): Promise<void> {
  if (gone.length + come.length === 0) return;
  const { rows } = await sql<{ issue_ids: string[] }>`
    select array_agg(issue_id order by issue_id) as issue_ids from deadlock where organization_id = ${derived.organization_id} group by deadlock_no
  `.execute(trx);
  const dissolved = new Set(gone.map((cycle) => cycle.join()));
  const cycles = [...rows.map(({ issue_ids }) => issue_ids).filter((cycle) => !dissolved.has(cycle.join())), ...come];
  cycles.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
  await replaceRows(
    trx,
    'deadlock',
    cycles.flatMap((cycle, k) => cycle.map((issue_id) => ({ ...derived, deadlock_no: k + 1, issue_id }))),
  );
}

/** Who is accountable follows from plans alone: the engine is asked about a company without an issue. */
export async function applyOwnership(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  const teams = await listIds(trx, organizationId, 'team');
  const { personIds, people, projectIds, projects, initiativeIds, initiatives } = await loadPlans(
    trx,
    organizationId,
    indexById(teams),
    await loadIdentities(trx, organizationId),
  );
  const noSteps = { offset: new Int32Array(1), at: new Float64Array(0), value: new Int32Array(0) };
  const none = { count: 0, blocker: new Int32Array(0), blocked: new Int32Array(0), from: new Float64Array(0), to: new Float64Array(0) };
  const company: Company = {
    ids: { teams, issues: [], projects: projectIds, initiatives: initiativeIds, people: personIds },
    issues: {
      count: 0,
      createdAt: new Float64Array(0),
      project: new Int32Array(0),
      flags: new Uint8Array(0),
      status: noSteps,
      team: noSteps,
      closed: noSteps,
    },
    dependencies: { ...none, unknownStarts: 0 },
    projects,
    initiatives,
    people,
  };
  const verdicts = analyze(company, makeClockCovering('UTC', 0, 0), 0).initiatives.map((verdict, k) => ({
    initiative_id: initiativeIds[k],
    ownership: verdict.ownership,
    accountable_ids: verdict.accountable.map((person) => personIds[person]),
    owner_span: verdict.ownerSpan,
    single_threaded: verdict.singleThreaded,
  }));
  await sql`
    update initiative_verdict v
    set ownership = n.ownership, accountable_ids = n.accountable_ids, owner_span = n.owner_span, single_threaded = n.single_threaded
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as n(initiative_id uuid, ownership text, accountable_ids uuid[], owner_span int, single_threaded boolean)
    where v.organization_id = ${organizationId} and v.initiative_id = n.initiative_id
      and (v.ownership, v.accountable_ids, v.owner_span, v.single_threaded) is distinct from (n.ownership, n.accountable_ids, n.owner_span, n.single_threaded)
  `.execute(trx);
}
