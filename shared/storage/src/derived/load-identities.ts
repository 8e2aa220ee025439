import { type IdentityCandidate, personMark, resolveIdentities, teamMark } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';

/** By the id of a connection's person or team: the id under which figures know it. Who is known as nobody else is left out. */
export interface Identities {
  readonly person: ReadonlyMap<string, string>;
  readonly team: ReadonlyMap<string, string>;
}

/** Who is the same in several trackers, as it follows from facts and decisions now. With one connection nobody is looked at. */
export async function loadIdentities(trx: Transaction<Tables>, organizationId: string): Promise<Identities> {
  const connections = await trx
    .selectFrom('connection')
    .select('id')
    .where('organization_id', '=', organizationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (connections.length < 2) return { person: new Map(), team: new Map() };
  const placeOf = new Map(connections.map(({ id }, place) => [id, place]));
  const placed = ({ id, connection_id }: { id: string; connection_id: string }, mark: string | null): IdentityCandidate => ({
    id,
    connection: placeOf.get(connection_id) ?? connections.length,
    mark,
  });
  const people = await trx
    .selectFrom('person')
    .select(['id', 'connection_id', 'email', 'is_app as isApp'])
    .where('organization_id', '=', organizationId)
    .execute();
  const teams = await trx
    .selectFrom('team')
    .select(['id', 'connection_id', 'name'])
    .where('organization_id', '=', organizationId)
    .execute();
  const decisions = await trx
    .selectFrom('identity_decision')
    .select(['kind', 'first_id as firstId', 'second_id as secondId', 'is_same as isSame'])
    .where('organization_id', '=', organizationId)
    .execute();
  const decidedOf = (kind: 'person' | 'team') => decisions.filter((decision) => decision.kind === kind);
  return {
    person: resolveIdentities(
      people.map((person) => placed(person, personMark(person))),
      decidedOf('person'),
    ),
    team: resolveIdentities(
      teams.map((team) => placed(team, teamMark(team.name))),
      decidedOf('team'),
    ),
  };
}

export function identityRows(derived: DerivedKey, identities: Identities) {
  return (['person', 'team'] as const).flatMap((kind) =>
    Array.from(identities[kind], ([id, canonical_id]) => ({ ...derived, kind, id, canonical_id })),
  );
}
