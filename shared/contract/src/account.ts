import { z } from 'zod';
import { id, instant } from './common.ts';
import { role, scope } from './role.ts';

const maxKeyDays = 730;

const address = z.email().max(320).trim().toLowerCase();
const token = z.string().min(1).max(200).describe('from the link');

/** How people sign in at this installation. */
export const signInMethods = z.object({
  password: z.boolean(),
  google: z.boolean(),
  oidc: z.string().nullable().describe('the name of the OpenID Connect provider'),
  signUp: z.enum(['first', 'invited', 'open']).describe('first: there is no account yet, and the first becomes the owner'),
  letters: z.enum(['sent', 'printed', 'none']).describe('printed: where Speedtax runs; none: there is no mail server'),
});
export type SignInMethods = z.infer<typeof signInMethods>;

export const member = z.object({ userId: id, name: z.string(), email: z.string(), role, joinedAt: instant });
export type Member = z.infer<typeof member>;
export const memberChange = z.strictObject({ role });

export const invitation = z.object({
  id,
  email: z.string(),
  role,
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant.describe('then the link no longer works'),
});
export type Invitation = z.infer<typeof invitation>;
export const newInvitation = z.strictObject({ email: address, role });
export const createdInvitation = invitation.extend({
  link: z.string().nullable().describe('told this once, where no letter can be sent: pass it on; null: the letter is on its way'),
});
export const invitationToken = z.strictObject({ token });
export const seenInvitation = z.object({
  organizationName: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  expiresAt: instant,
});
export const acceptedInvitation = z.object({ organizationId: id, role });

export const apiKey = z.object({
  id,
  name: z.string(),
  scopes: z.array(scope),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable().describe('to the minute; null: not yet'),
});
export type ApiKey = z.infer<typeof apiKey>;
export const newApiKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(scope)
    .min(1)
    .max(scope.options.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, { message: 'Each scope once' }),
  expiresInDays: z.int().min(1).max(maxKeyDays).nullable().default(90).describe('null: never'),
});
export const createdApiKey = apiKey.extend({ key: z.string().describe('told this once; only its hash is kept') });

export const session = z.object({
  id,
  isCurrent: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant.describe('to the day'),
  expiresAt: instant,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type Session = z.infer<typeof session>;

export const newOrganization = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const chosenOrganization = z.strictObject({ organizationId: id });
export const membership = z.object({ organizationId: id, name: z.string(), role });

/** Who is signed in, whichever organization it is about. */
export const account = z.object({ userId: id, name: z.string(), email: z.string(), organizations: z.array(membership) });
export type Account = z.infer<typeof account>;
