import { z } from 'zod';
import { instant } from './common.ts';

/** In answers to questions with `asOf`, and only there. */
export const pastStamp = {
  asOf: instant.optional().describe('the answer is as it could have been known at this instant'),
  engineVersion: z.string().optional(),
  factsDigest: z
    .string()
    .optional()
    .describe('SHA-256 of the facts: with the same digest, instant and engine version the figures are the same'),
};
export interface PastStamp {
  asOf?: string;
  engineVersion?: string;
  factsDigest?: string;
}

/** A list that can be asked for as of a past instant. */
export const pastPage = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), ...pastStamp });
