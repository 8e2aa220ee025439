/** So many changes of owner within so many days are a rotation. */
export const rotationChanges = 2;
export const rotationDays = 90;
const rotationMs = rotationDays * 86_400_000;

/** Null: nobody. */
export interface OwnerHandover {
  readonly at: number;
  readonly fromPersonId: string | null;
}

/** Is the ownership rotating at `now`? `changes` in order of time; the first naming of an owner changes none. */
export function isRotating(changes: readonly OwnerHandover[], now: number): boolean {
  const handovers = changes.filter(({ fromPersonId }, place) => place > 0 || fromPersonId !== null);
  return handovers.filter(({ at }) => at > now - rotationMs && at <= now).length >= rotationChanges;
}
