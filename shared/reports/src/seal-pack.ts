import { createHash } from 'node:crypto';
import type { PlanningPack } from '@speedtax/contract';

/** The pack with the digest of everything else in it. */
export function sealPack(pack: Omit<PlanningPack, 'digest'>): PlanningPack {
  const digest = createHash('sha256').update(JSON.stringify(pack)).digest('hex');
  return { ...pack, digest };
}
