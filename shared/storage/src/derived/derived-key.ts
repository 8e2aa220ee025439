/** What every derived row begins with. */
export interface DerivedKey {
  readonly organization_id: string;
  readonly engine_version: number;
}

/** Infinity, the engine's "to this day", is null in the database. */
export function maybeInstant(at: number): Date | null {
  return at === Number.POSITIVE_INFINITY ? null : new Date(at);
}
