import type { TrackerAccess } from '@speedtax/runtime';

/** What the installation allows channels. */
export interface ChannelSettings {
  /** A mail server is set. */
  readonly canMail: boolean;
  /** Which addresses may be named: those that the guarded way out will go to. */
  readonly access: TrackerAccess;
}

export const plainChannels: ChannelSettings = { canMail: false, access: { allowPrivate: false } };
