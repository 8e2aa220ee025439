import { z } from 'zod';
import { id, instant } from './common.ts';

export const identityKind = z.enum(['person', 'team']);
export type IdentityKind = z.infer<typeof identityKind>;

/** A person or a team as one connection knows it. */
export const identityMember = z.object({
  id,
  connectionId: id,
  externalId: z.string(),
  key: z.string().nullable().describe('of a team'),
  name: z.string(),
});
export type IdentityMember = z.infer<typeof identityMember>;

export const identityDecision = z.object({
  kind: identityKind,
  id,
  otherId: id,
  same: z.boolean(),
  decidedBy: z.string(),
  decidedAt: instant,
});
export type IdentityDecision = z.infer<typeof identityDecision>;

/** Far more than a company has in two trackers; with more, some are left out. */
export const maxIdentities = 5_000;

export const identities = z.object({
  joined: z.array(
    z.object({
      kind: identityKind,
      id: id.describe('under which figures know them'),
      members: z.array(identityMember).describe('that of `id` first'),
      decided: z.boolean().describe('somebody has said so; else by e-mail address, or by the name of the team'),
    }),
  ),
  proposed: z
    .array(z.object({ kind: identityKind, members: z.array(identityMember).length(2) }))
    .describe('teams with the same key in two connections, of which nobody has decided anything'),
  alone: z
    .array(z.object({ kind: identityKind, member: identityMember }))
    .describe('whom figures know from one connection only, where there are several: to be joined by hand'),
  decisions: z.array(identityDecision),
  figuresAreCurrent: z.boolean().describe('false: a decision is later than the figures'),
});
export type Identities = z.infer<typeof identities>;

export const identityPair = z.strictObject({ id, otherId: id });
export const newIdentityDecision = z.strictObject({ same: z.boolean().describe('false: kept apart, whatever they are called') });
