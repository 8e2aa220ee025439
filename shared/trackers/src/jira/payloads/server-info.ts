import { z } from 'zod';
import { maybeInstant, maybeText } from './scalars.ts';

export const serverInfoPayload = z.object({
  /** Where people see the site, and what links into it begin with. */
  baseUrl: maybeText,
  /** `Cloud`, or `Server` for everything one runs oneself; before 7.4 there is none. */
  deploymentType: maybeText,
  serverTitle: maybeText,
  version: maybeText,
  serverTime: maybeInstant,
});
export type ServerInfoPayload = z.infer<typeof serverInfoPayload>;
