import type { ToldCompletion, ToldSpan, ToldWait } from '@speedtax/domain';
import { anatomies, waitPhases } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';
import { nilId } from './sum-tables.ts';
import { waitKind } from './wait-kind.ts';

/** Rows of evidence, as they come out of a few issues' analysis. */
export interface Evidence {
  readonly waits: readonly ToldWait[];
  readonly completions: readonly ToldCompletion[];
  readonly startedSpans: readonly ToldSpan[];
}

/** How a packed table is taken apart and put together again. */
interface Packing {
  readonly table: 'wait_year' | 'completion_year' | 'started_span_year';
  readonly key: readonly string[];
  /** What tells rows of one key apart. */
  readonly place: readonly string[];
  /** Columns of a row beside its key, with their types. */
  readonly row: Readonly<Record<string, string>>;
  /** The rows of one `pack`. */
  readonly unpack: string;
  /** Columns of a pack beside its key, from rows in `packed`. */
  readonly pack: Readonly<Record<string, string>>;
  /** What `pack` needs of each row beside its columns. */
  readonly prepared?: string;
}

const bits = (name: string) => `string_agg(${name}::int::text, '' order by at, issue_id)::varbit`;
const ordered = (name: string) => `array_agg(${name} order by issue_id, from_at)`;

const packings = {
  waits: {
    table: 'wait_year',
    key: ['waiting_team_id', 'blocking_team_id', 'year'],
    place: ['issue_id', 'from_at'],
    row: { issue_id: 'uuid', from_at: 'timestamptz', to_at: 'timestamptz', share: 'float8', kind: 'int2', blockers: 'uuid[]' },
    unpack: `select element.issue_id, element.from_at, element.to_at, element.share, element.kind,
        pack.blocker_issue_ids[coalesce(pack.blocker_ends[element.place - 1], 0) + 1 : pack.blocker_ends[element.place]] as blockers
      from unnest(pack.issue_ids, pack.from_at, pack.to_at, pack.shares, pack.kinds)
        with ordinality as element (issue_id, from_at, to_at, share, kind, place)`,
    prepared: `sum(cardinality(blockers)) over (order by issue_id, from_at) as blocker_end`,
    pack: {
      issue_ids: ordered('issue_id'),
      from_at: ordered('from_at'),
      to_at: ordered('to_at'),
      until_at: 'case when bool_and(to_at is not null) then max(to_at) end',
      shares: ordered('share'),
      kinds: ordered('kind'),
      blocker_ends: ordered('blocker_end::int'),
      blocker_issue_ids: `string_to_array(string_agg(array_to_string(blockers, ','), ',' order by issue_id, from_at), ',')::uuid[]`,
    },
  },
  completions: {
    table: 'completion_year',
    key: ['team_id', 'year', 'is_repeated'],
    place: ['issue_id', 'at'],
    row: { issue_id: 'uuid', at: 'timestamptz', waited: 'boolean', reopened: 'boolean', is_defect: 'boolean' },
    unpack: `select element.issue_id, element.at, get_bit(pack.waited, element.place::int - 1) = 1 as waited,
        get_bit(pack.reopened, element.place::int - 1) = 1 as reopened, get_bit(pack.is_defect, element.place::int - 1) = 1 as is_defect
      from unnest(pack.issue_ids, pack.at) with ordinality as element (issue_id, at, place)`,
    pack: {
      issue_ids: 'array_agg(issue_id order by at, issue_id)',
      at: 'array_agg(at order by at, issue_id)',
      waited: bits('waited'),
      reopened: bits('reopened'),
      is_defect: bits('is_defect'),
    },
  },
  startedSpans: {
    table: 'started_span_year',
    key: ['project_id', 'person_id', 'year'],
    place: ['issue_id', 'from_at'],
    row: { issue_id: 'uuid', from_at: 'timestamptz', to_at: 'timestamptz' },
    unpack: `select element.issue_id, element.from_at, element.to_at
      from unnest(pack.issue_ids, pack.from_at, pack.to_at) as element (issue_id, from_at, to_at)`,
    pack: { issue_ids: ordered('issue_id'), from_at: ordered('from_at'), to_at: ordered('to_at') },
  },
} as const satisfies Record<keyof Evidence, Packing>;

const typeOfKey: Readonly<Record<string, string>> = { year: 'int2', is_repeated: 'boolean' };

/** Takes rows out of their packs and puts others in: afterwards the packs are what a rebuild writes. */
export async function repack(trx: Transaction<Tables>, derived: DerivedKey, gone: Evidence, come: Evidence): Promise<void> {
  await repackTable(trx, derived, packings.waits, gone.waits.map(waitRow), come.waits.map(waitRow));
  await repackTable(trx, derived, packings.completions, gone.completions.map(completionRow), come.completions.map(completionRow));
  await repackTable(
    trx,
    derived,
    packings.startedSpans,
    gone.startedSpans.filter(isAsked).map(spanRow),
    come.startedSpans.filter(isAsked).map(spanRow),
  );
}

async function repackTable(
  trx: Transaction<Tables>,
  { organization_id, engine_version }: DerivedKey,
  packing: Packing,
  gone: readonly object[],
  come: readonly object[],
): Promise<void> {
  if (gone.length + come.length === 0) return;
  const { table, key, place, row, unpack, pack, prepared } = packing;
  const typed = (columns: Readonly<Record<string, string>>) =>
    sql.raw(
      Object.entries(columns)
        .map((pair) => pair.join(' '))
        .join(', '),
    );
  const same = (names: readonly string[], a: string, b: string) =>
    sql.raw(names.map((name) => `${a}.${name} = ${b}.${name}`).join(' and '));
  const placed = Object.fromEntries(place.map((name) => [name, row[name] as string]));
  // Pack by pack: each is in order but for the rows that come, and sorts at once.
  await sql`
    with touched as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(byPack(key, gone, come))}::jsonb)
        as told(${typed(Object.fromEntries(key.map((name) => [name, typeOfKey[name] ?? 'uuid'])))}, gone jsonb, come jsonb)
    ),
    pack as (
      delete from ${sql.table(table)} old using touched
      where old.organization_id = ${organization_id} and ${same(key, 'old', 'touched')}
      returning old.*
    )
    insert into ${sql.table(table)} (organization_id, engine_version, ${sql.raw([...key, ...Object.keys(pack)].join(', '))})
    select ${organization_id}, ${engine_version}, ${sql.raw(key.map((name) => `touched.${name}`).join(', '))}, packed.*
    from touched left join pack on ${same(key, 'pack', 'touched')}
    cross join lateral (
      select ${sql.raw(Object.values(pack).join(', '))}
      from (
        select * ${prepared ? sql.raw(`, ${prepared}`) : sql``}
        from (
          select * from (${sql.raw(unpack)}) kept
          where not exists (select from jsonb_to_recordset(touched.gone) gone(${typed(placed)}) where ${same(place, 'gone', 'kept')})
          union all
          select * from jsonb_to_recordset(touched.come) come(${typed(row)})
        ) element
      ) element
      having count(*) > 0
    ) packed
  `.execute(trx);
}

/** The rows that go and come of each pack, with what names it. */
function byPack(key: readonly string[], gone: readonly object[], come: readonly object[]): object[] {
  const packs = new Map<string, { gone: object[]; come: object[] }>();
  for (const [side, rows] of Object.entries({ gone, come })) {
    for (const row of rows as Record<string, unknown>[]) {
      const named = Object.fromEntries(key.map((name) => [name, row[name]]));
      const name = JSON.stringify(named);
      let pack = packs.get(name);
      if (pack === undefined) packs.set(name, (pack = { ...named, gone: [], come: [] }));
      pack[side as 'gone' | 'come'].push(row);
    }
  }
  return [...packs.values()];
}

function waitRow(wait: ToldWait) {
  return {
    ...spanOf(wait),
    waiting_team_id: wait.waitingTeamId,
    blocking_team_id: wait.blockingTeamId,
    share: wait.share,
    kind: waitKind(waitPhases.indexOf(wait.phase), anatomies.indexOf(wait.anatomy)),
    blockers: wait.blockerIssueIds,
  };
}

function completionRow({ teamId, at, isRepeated, issueId, waited, reopened, isDefect }: ToldCompletion) {
  return {
    team_id: teamId,
    year: yearOf(at),
    is_repeated: isRepeated,
    issue_id: issueId,
    at: new Date(at),
    waited,
    reopened,
    is_defect: isDefect,
  };
}

/** Of no project and nobody's: no question leads there, and all of a company's would be in one pack. */
function isAsked({ projectId, personId }: ToldSpan): boolean {
  return projectId !== null || personId !== null;
}

function spanRow(span: ToldSpan) {
  return { ...spanOf(span), project_id: span.projectId ?? nilId, person_id: span.personId ?? nilId };
}

function spanOf({ issueId, from, to }: { issueId: string; from: number; to: number }) {
  return { issue_id: issueId, year: yearOf(from), from_at: new Date(from), to_at: Number.isFinite(to) ? new Date(to) : null };
}

function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}
