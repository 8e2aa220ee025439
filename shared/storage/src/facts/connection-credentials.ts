import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Replaces credentials that the tracker has renewed. @param sealed as they are stored, never open */
export async function storeCredentials(trx: FactTransaction, { organizationId, connectionId }: FactPlace, sealed: string): Promise<void> {
  await sql`update connection set credentials = ${sealed} where organization_id = ${organizationId} and id = ${connectionId}`.execute(trx);
}
