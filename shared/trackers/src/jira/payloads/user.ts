import { z } from 'zod';
import { maybeText, orNull } from './scalars.ts';

/** A person or an app. Cloud knows it by accountId; a server by key and by name, which may differ. */
export const userPayload = z.object({
  accountId: maybeText,
  key: maybeText,
  name: maybeText,
  displayName: maybeText,
  emailAddress: maybeText,
  active: orNull(z.boolean()),
  /** `atlassian`, `app` or `customer`; servers do not say. */
  accountType: maybeText,
});
export type UserPayload = z.infer<typeof userPayload>;

export const maybeUser = orNull(userPayload);
