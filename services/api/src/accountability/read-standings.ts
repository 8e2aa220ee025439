import type { Initiative, Standing } from '@speedtax/contract';
import { decideAuthority } from '@speedtax/domain';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { findAttestations } from './find-attestations.ts';
import { findDuties } from './find-duties.ts';

const maxAttestations = 1_000;

/** What people have registered about those who are accountable for an initiative. */
export async function readStandings(
  trx: DatabaseTransaction,
  organizationId: string,
  { initiativeId, accountable }: Pick<Initiative, 'initiativeId' | 'accountable'>,
  todayOn: string,
): Promise<Standing[]> {
  const personIds = accountable.map(({ personId }) => personId);
  const duties = await findDuties(trx, organizationId, { personIds, limit: personIds.length });
  const attestations = await findAttestations(trx, organizationId, { initiativeId, todayOn, limit: maxAttestations });
  return accountable.map((person) => {
    const duty = duties.find((each) => each.person.personId === person.personId);
    const own = attestations.filter((each) => each.person.personId === person.personId);
    const longest = own.reduce<(typeof own)[number] | null>((last, each) => (last && last.expiresOn >= each.expiresOn ? last : each), null);
    return {
      person,
      duty: duty ? { name: duty.name, note: duty.note } : null,
      authority: decideAuthority(own, todayOn),
      attestedBy: longest?.attestedBy ?? null,
      expiresOn: longest?.expiresOn ?? null,
    };
  });
}
