import { statusCategoryCode } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { CopyRow } from './copy-row.ts';
import { packIds } from './id-column.ts';
import { indexTexts, indexUuids } from './id-index.ts';
import { indexById } from './list-ids.ts';
import type { Identities } from './load-identities.ts';

/** What the id in a field of a row stands for; −1: nothing, or nothing that is known. */
export type Find = (row: CopyRow, field: number) => number;

/** From ids to positions and codes. */
export interface Lookups {
  /** Of columns that hold a uuid. */
  readonly today: { readonly status: Find; readonly team: Find; readonly project: Find; readonly assignee: Find };
  /** Of changes, which hold texts. */
  readonly changed: { readonly status: Find; readonly team: Find; readonly closed: Find; readonly assignee: Find };
}

interface Named {
  readonly teams: readonly string[];
  readonly projects: readonly string[];
  readonly people: readonly string[];
}

/** @param named in the order in which they are counted */
export async function makeLookups(
  trx: Transaction<Tables>,
  organizationId: string,
  named: Named,
  identities: Identities,
): Promise<Lookups> {
  const statuses = await trx
    .selectFrom('workflow_status')
    .select(['id', 'category'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
  const codes = Int32Array.from(statuses, ({ category }) => (category === null ? -1 : statusCategoryCode[category]));
  const statusIds = statuses.map(({ id }) => id);
  const categoryOf = (place: number) => (place === -1 ? -1 : (codes[place] as number));
  const uuids = (ids: readonly string[]): Find => {
    const index = indexUuids(packIds(ids));
    return (row, field) => index.find(row, field);
  };
  const texts = (ids: readonly string[]): Find => {
    const index = indexTexts(ids);
    return (row, field) => index.find(row, field);
  };
  const [statusByUuid, statusByText] = [uuids(statusIds), texts(statusIds)];
  return {
    today: {
      status: (row, field) => categoryOf(statusByUuid(row, field)),
      team: asOne(uuids(named.teams), named.teams, identities.team),
      project: uuids(named.projects),
      assignee: asOne(uuids(named.people), named.people, identities.person),
    },
    changed: {
      status: (row, field) => categoryOf(statusByText(row, field)),
      team: asOne(texts(named.teams), named.teams, identities.team),
      closed: (row, field) => (row.isNull(field) ? 0 : 1),
      assignee: asOne(texts(named.people), named.people, identities.person),
    },
  };
}

/** Finds the place of the one that stands for what is found. */
function asOne(find: Find, ids: readonly string[], canonicalOf: ReadonlyMap<string, string>): Find {
  if (canonicalOf.size === 0) return find;
  const placeOf = indexById(ids);
  const places = Int32Array.from(ids, (id, place) => placeOf.get(canonicalOf.get(id) ?? id) ?? place);
  return (row, field) => {
    const place = find(row, field);
    return place === -1 ? -1 : (places[place] as number);
  };
}
