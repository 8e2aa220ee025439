import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { DoubtError } from './doubt.ts';

type RememberedFact = 'issue' | 'issue_change' | 'issue_flag' | 'dependency' | 'issue_link_change' | 'issue_key';
/** By key: how the row was; null: it was not there. */
export type Formers = ReadonlyMap<string, Record<string, unknown> | null>;

/** What has changed since the last analysis. */
export interface Memory {
  readonly formers: Readonly<Record<RememberedFact, Formers>>;
  readonly touchedIssueIds: readonly string[];
  /** Has a plan changed, so that somebody else may be accountable? */
  readonly plansChanged: boolean;
  /** Whose status or dates changed. */
  readonly initiativeIds: readonly string[];
  /** Who and what was not there when it was last analyzed. */
  readonly newcomers: Readonly<Record<'person' | 'project', readonly string[]>>;
}

/** Of many changes nothing is remembered but that there were too many; this much at most is read of the others. */
const mostRemembered = 30_000;

/** A sync reads for minutes; where more than this lies after its beginning, a clock is wrong or time has stood still. */
const mostInFuture = 3_000;

/**
 * Lets the facts of an organization be remembered from here on. Waits for whoever is writing without. What was forgotten before
 * stays forgotten until a whole analysis has seen it, but what is written while that one thinks is not: `whole` becomes `begun`.
 */
export async function beginMemory(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`facts ${organizationId}`}, 0))`.execute(trx);
  await sql`insert into fact_memory (organization_id) values (${organizationId}) on conflict do nothing`.execute(trx);
  await sql`update fact_before set fact = 'begun' where organization_id = ${organizationId} and fact = 'whole'`.execute(trx);
}

export async function remembersFacts(trx: Transaction<Tables>, organizationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('fact_memory')
    .select('organization_id')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Why not all that changed can be told; null: it can. */
export async function findForgotten(trx: Transaction<Tables>, organizationId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('fact_before')
    .select('key')
    .where('organization_id', '=', organizationId)
    .where('fact', 'in', ['whole', 'begun'])
    .limit(1)
    .executeTakeFirst();
  return row?.key ?? null;
}

export async function readMemory(trx: Transaction<Tables>, organizationId: string): Promise<Memory> {
  const rows = await trx
    .selectFrom('fact_before')
    .select(['fact', 'issue_id', 'key', 'before'])
    .where('organization_id', '=', organizationId)
    .orderBy('no')
    .limit(mostRemembered)
    .execute();
  if (rows.length === mostRemembered) throw new DoubtError(`more than ${mostRemembered} facts have changed`);
  const formers = {
    issue: new Map<string, Record<string, unknown> | null>(),
    issue_change: new Map<string, Record<string, unknown> | null>(),
    issue_flag: new Map<string, Record<string, unknown> | null>(),
    dependency: new Map<string, Record<string, unknown> | null>(),
    issue_link_change: new Map<string, Record<string, unknown> | null>(),
    issue_key: new Map<string, Record<string, unknown> | null>(),
  };
  const touched = new Set<string>();
  const initiativeIds = new Set<string>();
  const newcomers = { person: [] as string[], project: [] as string[] };
  let plansChanged = false;
  for (const { fact, issue_id, key, before } of rows) {
    if (issue_id !== null) touched.add(issue_id);
    if (fact === 'plan') {
      plansChanged = true;
      if (key.startsWith('initiative ')) initiativeIds.add(key.slice('initiative '.length));
      for (const kind of ['person', 'project'] as const)
        if (key.startsWith(`new ${kind} `)) newcomers[kind].push(key.slice(`new ${kind} `.length));
    }
    const ofFact = formers[fact as RememberedFact] as Map<string, Record<string, unknown> | null> | undefined;
    // The first tells how it was when it was last analyzed.
    if (ofFact !== undefined && !ofFact.has(key)) ofFact.set(key, before);
  }
  return { formers, touchedIssueIds: [...touched].sort(), plansChanged, initiativeIds: [...initiativeIds], newcomers };
}

/** A name for what a transaction sees, to forget exactly that later. */
export async function findSnapshot(trx: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(trx);
  return rows[0]?.snapshot as string;
}

/** Forgets what a snapshot saw: it is in the figures now. What came since is for the next analysis. */
export async function forgetSeen(trx: Transaction<Tables>, organizationId: string, snapshot: string): Promise<void> {
  await sql`
    delete from fact_before where organization_id = ${organizationId} and pg_visible_in_snapshot(transaction_id, ${snapshot}::pg_snapshot)
  `.execute(trx);
}

/** Has the next analysis look at these again: they are to change when the cut-off moves. More than can be told: all. */
export async function rememberFuture(
  trx: Transaction<Tables>,
  organizationId: string,
  cutOffAt: Date,
  issueIds: readonly string[],
): Promise<void> {
  if (issueIds.length > mostInFuture) {
    await sql`insert into fact_before (organization_id, fact, key) values (${organizationId}, 'whole', 'much after the data cut-off')`.execute(
      trx,
    );
    return;
  }
  await sql`
    insert into fact_before (organization_id, fact, issue_id, key)
    select ${organizationId}, 'future', id, id::text from unnest(${issueIds}::uuid[]) id
  `.execute(trx);
  await sql`
    insert into fact_before (organization_id, fact, key)
    select organization_id, 'plan', concat_ws(' ', 'initiative', id) from initiative
    where organization_id = ${organizationId} and greatest(started_at, completed_at) >= ${cutOffAt}
  `.execute(trx);
}
