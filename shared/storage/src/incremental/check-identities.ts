import type { Transaction } from 'kysely';
import { type Identities, loadIdentities } from '../derived/load-identities.ts';
import type { Tables } from '../tables.ts';
import { DoubtError } from './doubt.ts';
import type { SmallChange, SmallIssue } from './load-small-companies.ts';

/** Who is the same in several trackers. @throws DoubtError where what was derived rests on others being the same */
export async function checkIdentities(trx: Transaction<Tables>, organizationId: string): Promise<Identities> {
  const identities = await loadIdentities(trx, organizationId);
  const former = await trx.selectFrom('identity').select(['id', 'canonical_id']).where('organization_id', '=', organizationId).execute();
  const isAsBefore =
    former.length === identities.person.size + identities.team.size &&
    former.every(({ id, canonical_id }) => (identities.person.get(id) ?? identities.team.get(id)) === canonical_id);
  if (!isAsBefore) throw new DoubtError('others are the same in several trackers');
  return identities;
}

interface Told<I, C> {
  readonly issues: readonly I[];
  readonly changes: readonly C[];
}

/** The same issues and changes, naming people and teams as figures know them. */
export function underOneId<I extends SmallIssue, C extends SmallChange>(told: Told<I, C>, { person, team }: Identities): Told<I, C> {
  if (person.size + team.size === 0) return told;
  const one = (canonicalOf: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (canonicalOf.get(id) ?? id));
  const canonicalIn: Partial<Record<SmallChange['field'], ReadonlyMap<string, string>>> = { team, assignee: person };
  return {
    issues: told.issues.map((issue) => ({ ...issue, team_id: one(team, issue.team_id), assignee_id: one(person, issue.assignee_id) })),
    changes: told.changes.map((change) => {
      const canonicalOf = canonicalIn[change.field];
      return canonicalOf ? { ...change, from_id: one(canonicalOf, change.from_id), to_id: one(canonicalOf, change.to_id) } : change;
    }),
  };
}
