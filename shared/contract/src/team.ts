import { z } from 'zod';
import { id } from './common.ts';

export const team = z.object({
  teamId: id,
  externalId: z.string(),
  externalIds: z.array(z.string()).describe('in every tracker that knows it, `externalId` first'),
  key: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  archived: z.boolean(),
  members: z.int(),
  issues: z.int(),
  openIssues: z.int(),
});
export type Team = z.infer<typeof team>;
