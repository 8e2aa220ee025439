import type { Database } from '@speedtax/storage';
import { type Tables, upsertRows } from '@speedtax/storage';
import fc from 'fast-check';
import { type Insertable, sql, type Transaction } from 'kysely';

/** A tracker's day in grains: coarse enough that instants often coincide. */
export const grainMs = 5 * 3_600_000;
export const begunAt = Date.UTC(2026, 0, 20);
const at = (grain: number) => new Date(begunAt + grain * grainMs);

export const sizes = { teams: 3, people: 2, projects: 3, initiatives: 2, issues: 9 } as const;
const categories = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'] as const;
const kinds = ['connection', 'sync', 'status', 'team', 'person', 'project', 'initiative', 'issue'] as const;

/** UUIDs that do not sort by number. */
export function idOf(kind: (typeof kinds)[number], number: number): string {
  const scattered = (Math.imul(number + 1, 0x9e37_79b1) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-0000-4000-8000-${String(kinds.indexOf(kind) * 1000 + number).padStart(12, '0')}`;
}

export type Change = Readonly<{ kind: string; issue: number; other: number; value: number; flag: boolean; ago: number }>;

/** What happens in one sync, and how much later its evidence holds for. */
export interface Round {
  readonly changes: readonly Change[];
  readonly laterGrains: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constantFrom('status', 'link'), weight: 8 },
    { arbitrary: fc.constantFrom('team', 'unlink', 'end link'), weight: 3 },
    {
      arbitrary: fc.constantFrom(
        'assignee',
        'closed',
        'flag',
        'project',
        'defect',
        'forget',
        'delete',
        'stub',
        'history',
        'key',
        'named',
        'person',
        'lead',
        'new person',
        'new project',
        'initiative',
      ),
      weight: 1,
    },
  ),
  issue: fc.integer({ min: 0, max: sizes.issues - 1 }),
  other: fc.integer({ min: 0, max: sizes.issues - 1 }),
  value: fc.nat(11),
  flag: fc.boolean(),
  /** Before the cut-off; below zero: after it. */
  ago: fc.integer({ min: -3, max: 12 }),
});

export const rounds: fc.Arbitrary<Round[]> = fc.array(
  fc.record({
    changes: fc.array(change, { maxLength: 4 }),
    laterGrains: fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 8 }), weight: 6 },
      { arbitrary: fc.integer({ min: 300, max: 1_000 }), weight: 1 },
    ),
  }),
  { minLength: 4, maxLength: 6 },
);
export const firstChanges: fc.Arbitrary<Change[]> = fc.array(change, { minLength: 30, maxLength: 70 });

/** The facts of one connection, changed as a sync changes them. */
export class ChangingCompany {
  readonly #database: Database;
  readonly #organizationId: string;
  #grain = 100;
  #changes = 0;
  #newcomers = 0;

  constructor(database: Database, organizationId: string) {
    this.#database = database;
    this.#organizationId = organizationId;
  }

  async begin(first: readonly Change[]): Promise<void> {
    const tracked = (kind: (typeof kinds)[number], number: number) => ({ id: idOf(kind, number), external_id: `${kind} ${number}` });
    const numbers = (count: number) => [...Array(count).keys()];
    await this.#write(async (trx) => {
      const connection = { organization_id: this.#organizationId, id: idOf('connection', 0), provider: 'linear' as const, name: 'C' };
      await trx
        .insertInto('connection')
        .values({ ...connection, base_url: 'https://tracker.example', credentials: 'sealed', status: 'ready' })
        .execute();
      await this.#put(
        trx,
        'team',
        numbers(sizes.teams).map((n) => ({ ...tracked('team', n), key: `T${n}`, name: `Team ${n}` })),
      );
      await this.#put(
        trx,
        'workflow_status',
        categories.map((name, n) => ({ ...tracked('status', n), name, tracker_type: name, category: name })),
      );
      await this.#put(
        trx,
        'person',
        numbers(sizes.people).map((n) => ({ ...tracked('person', n), name: `P${n}`, active: true, is_app: false })),
      );
      const plan = { status: 'active', tracker_status: 'active', created_at: at(0) };
      await this.#put(
        trx,
        'initiative',
        numbers(sizes.initiatives).map((n) => ({
          ...tracked('initiative', n),
          ...plan,
          name: `I${n}`,
          owner_id: n === 0 ? idOf('person', 0) : null,
        })),
      );
      await this.#put(
        trx,
        'project',
        numbers(sizes.projects).map((n) => ({ ...tracked('project', n), ...plan, name: `Q${n}`, lead_id: idOf('person', n % 2) })),
      );
      await this.#put(
        trx,
        'project_initiative',
        [0, 1].map((n) => ({ project_id: idOf('project', n), initiative_id: idOf('initiative', n) })),
      );
      await this.#put(trx, 'initiative_parent', [{ initiative_id: idOf('initiative', 1), parent_id: idOf('initiative', 0) }]);
      await this.#put(
        trx,
        'issue',
        numbers(sizes.issues).map((n) => this.#newIssue(n)),
      );
    });
    for (const each of first) await this.apply(each);
    await this.sync(0);
  }

  /** Evidence holds for a later instant. */
  async sync(laterGrains: number): Promise<void> {
    this.#grain += laterGrains;
    await this.#write((trx) =>
      sql`insert into sync (organization_id, id, connection_id, kind, state, read_at, created_at)
        values (${this.#organizationId}, gen_random_uuid(), ${idOf('connection', 0)}, 'incremental', 'analyzing', ${at(this.#grain)}, clock_timestamp())`.execute(
        trx,
      ),
    );
  }

  async apply({ kind, issue, other, value, flag, ago }: Change): Promise<void> {
    const id = idOf('issue', issue);
    const when = at(this.#grain - ago);
    const set = (trx: Transaction<Tables>, columns: Record<string, unknown>) =>
      trx
        .updateTable('issue')
        .set({ ...columns, updated_at: when })
        .where('organization_id', '=', this.#organizationId)
        .where('id', '=', id)
        .execute();
    const note = async (trx: Transaction<Tables>, field: string, to: string | null) => {
      const today = await trx
        .selectFrom('issue')
        .select(['status_id', 'team_id', 'assignee_id', 'closed_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      const from =
        { status: today?.status_id, team: today?.team_id, assignee: today?.assignee_id, closed: today?.closed_at ? 'closed' : null }[
          field
        ] ?? null;
      this.#changes += 1;
      await this.#put(trx, 'issue_change', [{ issue_id: id, external_id: `c${this.#changes}`, field, at: when, from_id: from, to_id: to }]);
    };
    const dependency = { blocker_issue_id: id, blocked_issue_id: idOf('issue', other) };
    const ofPair = sql`organization_id = ${this.#organizationId} and blocker_issue_id = ${id} and blocked_issue_id = ${dependency.blocked_issue_id}`;
    await this.#write(async (trx) => {
      if (kind === 'status') {
        const name = categories[value % categories.length] as string;
        await note(trx, 'status', value > 10 ? 'unheard of' : idOf('status', categories.indexOf(name as never)));
        await set(trx, { status_id: idOf('status', categories.indexOf(name as never)), started_at: flag ? when : null });
      } else if (kind === 'team') {
        const team = value > 9 ? null : idOf('team', value % sizes.teams);
        await note(trx, 'team', team);
        await set(trx, { team_id: team });
      } else if (kind === 'assignee') {
        const person = value > 7 ? null : idOf('person', value % sizes.people);
        await note(trx, 'assignee', person);
        await set(trx, { assignee_id: person });
      } else if (kind === 'closed') {
        await note(trx, 'closed', flag ? 'closed' : null);
        await set(trx, { closed_at: flag ? when : null });
      } else if (kind === 'flag') {
        const ofIssue = sql`organization_id = ${this.#organizationId} and issue_id = ${id}`;
        await sql`delete from issue_flag where ${ofIssue} and from_at >= ${when}`.execute(trx);
        await sql`update issue_flag set to_at = ${when} where ${ofIssue} and coalesce(to_at, 'infinity') > ${when}`.execute(trx);
        const end = value > 7 ? at(this.#grain + value - 8) : null;
        if (flag) await this.#put(trx, 'issue_flag', [{ issue_id: id, from_at: when, to_at: end }]);
      } else if (kind === 'project') await set(trx, { project_id: value > 8 ? null : idOf('project', value % sizes.projects) });
      else if (kind === 'defect') await set(trx, { is_defect: flag });
      else if (kind === 'stub') await set(trx, { is_stub: flag });
      else if (kind === 'history') await set(trx, { history_read_at: flag ? when : null });
      else if (kind === 'forget')
        await sql`delete from issue_change where organization_id = ${this.#organizationId} and issue_id = ${id} and external_id like ${`%${value % 5}`}`.execute(
          trx,
        );
      else if (kind === 'delete') {
        if (flag) await sql`delete from issue where organization_id = ${this.#organizationId} and id = ${id}`.execute(trx);
        else await this.#put(trx, 'issue', [this.#newIssue(issue)]);
      } else if (kind === 'link') {
        const evidence = value > 10 ? 'unknown' : 'link';
        const row = {
          ...dependency,
          from_at: value > 10 ? null : when,
          to_at: value > 7 ? at(this.#grain + value - 8) : null,
          start_evidence: evidence,
        };
        await this.#put(trx, 'dependency', [row], ['blocker_issue_id', 'blocked_issue_id', 'from_at']);
      } else if (kind === 'unlink') await sql`delete from dependency where ${ofPair}`.execute(trx);
      else if (kind === 'end link')
        await sql`update dependency set to_at = greatest(from_at, ${when}) where ${ofPair} and to_at is null`.execute(trx);
      else if (kind === 'key') {
        if (flag) await this.#put(trx, 'issue_key', [{ key: `K-${value}`, issue_id: id }]);
        else await sql`delete from issue_key where organization_id = ${this.#organizationId} and key = ${`K-${value}`}`.execute(trx);
      } else if (kind === 'named') {
        const named = {
          issue_id: id,
          external_id: `l${value % 3}`,
          at: when,
          other_key: `K-${value}`,
          action: 'added',
          side: 'blocker',
          code: 'ba',
        };
        if (flag) await this.#put(trx, 'issue_link_change', [named]);
        else await sql`delete from issue_link_change where organization_id = ${this.#organizationId} and issue_id = ${id}`.execute(trx);
      } else if (kind === 'person') await sql`update person set active = ${flag} where id = ${idOf('person', value % 2)}`.execute(trx);
      else if (kind === 'new person') {
        const number = sizes.people + ++this.#newcomers;
        const person = { id: idOf('person', number), external_id: `person ${number}` };
        await this.#put(trx, 'person', [{ ...person, name: `P${number}`, active: true, is_app: false }]);
        await note(trx, 'assignee', person.id);
        await set(trx, { assignee_id: person.id });
      } else if (kind === 'new project') {
        const number = sizes.projects + ++this.#newcomers;
        const project = { id: idOf('project', number), external_id: `project ${number}`, name: `Q${number}` };
        const plan = { status: 'active', tracker_status: 'active', created_at: at(0), lead_id: idOf('person', value % 2) };
        await this.#put(trx, 'project', [{ ...project, ...plan }]);
        await this.#put(trx, 'project_initiative', [{ project_id: project.id, initiative_id: idOf('initiative', value % 2) }]);
        if (flag) await set(trx, { project_id: project.id });
      } else if (kind === 'lead')
        await sql`update project set lead_id = ${flag ? idOf('person', value % 2) : null} where id = ${idOf('project', value % 3)}`.execute(
          trx,
        );
      else if (kind === 'initiative')
        await sql`update initiative set status = ${['planned', 'active', 'completed', 'canceled'][value % 4]}, started_at = ${flag ? when : null}::timestamptz,
          completed_at = ${value % 4 === 2 ? at(this.#grain - 1) : null}::timestamptz where id = ${idOf('initiative', value % 2)}`.execute(
          trx,
        );
      else throw new Error(`No such change: ${kind}`);
    });
  }

  #newIssue(number: number) {
    const project_id = number % 4 === 3 ? null : idOf('project', number % sizes.projects);
    const today = {
      team_id: idOf('team', number % sizes.teams),
      status_id: idOf('status', 3),
      project_id,
      is_defect: false,
      is_stub: false,
    };
    const read = { created_at: at(number), updated_at: at(number), history_read_at: at(number) };
    return { id: idOf('issue', number), external_id: `i${number}`, key: `K-${number}`, title: 'About', labels: [], ...today, ...read };
  }

  async #put(trx: Transaction<Tables>, table: keyof Tables & string, rows: readonly object[], key?: readonly string[]): Promise<void> {
    const place = { organization_id: this.#organizationId, connection_id: idOf('connection', 0) };
    const owned = rows.map((row) => ({ ...place, ...row }));
    if (key === undefined) await upsertRows(trx, table as 'team', owned as unknown as Insertable<Tables['team']>[]);
    else
      await trx
        .insertInto(table as 'dependency')
        .values(owned as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }

  #write(run: (trx: Transaction<Tables>) => Promise<unknown>): Promise<unknown> {
    return this.#database.inOrganization(this.#organizationId, run);
  }
}
