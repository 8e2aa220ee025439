/** What the body of a webhook says has changed: nothing else of it is believed. */
export interface Changed {
  /** By the tracker's own ids. */
  readonly issues: readonly { readonly id: string; readonly isDeleted: boolean }[];
  /** Something that no issue tells: a project, a person, a sprint. */
  readonly more: boolean;
}

export const nothingChanged: Changed = { issues: [], more: false };

/**
 * A delivery whose sender is known. `sentAt` (epoch milliseconds) is when the tracker says that it was sent; null: it does not say.
 * `id` is the same when a delivery comes again.
 */
export interface Delivery {
  readonly id: string;
  readonly sentAt: number | null;
  readonly changed: Changed;
}

/** What came over the wire: header names in small letters, the body as it was sent. */
export interface RawDelivery {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}
