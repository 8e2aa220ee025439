/** What every derived row begins with. */
export interface DerivedKey {
  readonly organization_id: string;
  readonly engine_version: number;
}
