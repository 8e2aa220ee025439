import { z } from 'zod';
import { id } from './common.ts';

export const team = z.object({
  teamId: id,
  externalId: z.string(),
  key: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  archived: z.boolean(),
  members: z.int(),
  issues: z.int(),
  openIssues: z.int(),
});
export type Team = z.infer<typeof team>;
