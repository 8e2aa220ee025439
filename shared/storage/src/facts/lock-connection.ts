import { sql } from 'kysely';
import type { FactTransaction } from './upsert-facts.ts';

/** Takes the right to sync a connection until the transaction ends; false: somebody else has it. */
export async function tryLockConnection(trx: FactTransaction, connectionId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`sync ${connectionId}`}, 0)) as locked
  `.execute(trx);
  return rows[0]?.locked ?? false;
}
