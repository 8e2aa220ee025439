import { waitPhases } from '@speedtax/domain';

/** Phase and anatomy of a wait in one small number, from their codes. */
export function waitKind(phase: number, anatomy: number): number {
  return phase + anatomy * waitPhases.length;
}
