import { z } from 'zod';
import { id } from './common.ts';
import { person } from './person.ts';

export const issueRef = z.object({
  issueId: id,
  externalId: z.string(),
  key: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  category: z.enum(['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled']).nullable(),
  statusName: z.string().nullable(),
  assignee: person.nullable(),
});
export type IssueRef = z.infer<typeof issueRef>;
