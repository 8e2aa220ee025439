import type { Attestation } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { presentPerson } from '../present/present-person.ts';

export interface AttestationPosition {
  readonly attestedAt: Date;
  readonly id: string;
}

interface AttestationFilter {
  readonly initiativeId: string;
  /** 'YYYY-MM-DD'. */
  readonly todayOn: string;
  readonly after?: AttestationPosition | null;
  readonly limit: number;
}

/** Who attested whose authority over an initiative, latest first. */
export async function findAttestations(
  trx: DatabaseTransaction,
  organizationId: string,
  filter: AttestationFilter,
): Promise<Attestation[]> {
  const { initiativeId, todayOn, after = null, limit } = filter;
  const rows = await trx
    .selectFrom('authority_attestation as a')
    .leftJoin('identity as n', (join) => join.onRef('n.organization_id', '=', 'a.organization_id').onRef('n.id', '=', 'a.person_id'))
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.organization_id', '=', 'a.organization_id')
        .on((on) => on('p.id', '=', on.fn.coalesce('n.canonical_id', 'a.person_id'))),
    )
    .select(['p.id', 'p.external_id as externalId', 'p.name', 'p.active', 'a.id as attestationId', 'a.attested_by as attestedBy'])
    .select(['a.note', 'a.attested_at as attestedAt', 'a.expires_on as expiresOn'])
    .where('a.organization_id', '=', organizationId)
    .where('a.initiative_id', '=', initiativeId)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('a.attested_at', 'a.id'), '<', tuple(after?.attestedAt ?? new Date(0), after?.id ?? '')),
      ),
    )
    .orderBy('a.attested_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, externalId, name, active, attestedAt, ...rest }) => ({
    ...rest,
    person: presentPerson({ id, externalId, name, active }),
    attestedAt: attestedAt.toISOString(),
    expired: rest.expiresOn <= todayOn,
  }));
}
