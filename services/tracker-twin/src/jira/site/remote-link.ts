/** A link of an issue to something elsewhere. */
export interface RemoteLink {
  readonly id: number;
  /** As people wrote it, such as 'is blocked by'; null: nothing is said. */
  readonly relationship: string | null;
  readonly url: string;
  readonly title: string;
}
