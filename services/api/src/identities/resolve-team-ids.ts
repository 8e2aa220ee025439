import { type DatabaseTransaction, findKnownAs } from '@speedtax/storage/analytics';

/** Teams that an address, or something marked, names by an id of before another tracker was joined: by the id that figures know. */
export async function resolveTeamIds<T extends Partial<Record<'teamId' | 'waitingTeamId' | 'blockingTeamId', string | undefined>>>(
  trx: DatabaseTransaction,
  organizationId: string,
  named: T,
): Promise<T> {
  const fields = (['teamId', 'waitingTeamId', 'blockingTeamId'] as const).filter((field) => named[field] !== undefined);
  const knownAs = await findKnownAs(
    trx,
    organizationId,
    fields.map((field) => named[field] as string),
  );
  if (knownAs.size === 0) return named;
  return { ...named, ...Object.fromEntries(fields.map((field) => [field, knownAs.get(named[field] as string) ?? named[field]])) };
}
