import { z } from 'zod';
import { TrackerError } from '../../tracker-error.ts';
import { instant, jiraId } from '../payloads/scalars.ts';

const bareIssue = z.object({ id: jiraId, fields: z.object({ created: instant }) });

/** What a sweep compares. @throws TrackerError: a sweep that leaves something out finds it missing */
export function readSweptIssue(issue: unknown): { id: string; createdAt: string } {
  const parsed = bareIssue.safeParse(issue);
  if (!parsed.success) throw new TrackerError('transient', `Jira's list of issues: ${z.prettifyError(parsed.error)}`);
  return { id: parsed.data.id, createdAt: parsed.data.fields.created };
}
