import { z } from 'zod';
import type { MappingProblem } from '../../mapped.ts';
import { TrackerError } from '../../tracker-error.ts';
import { jiraId } from '../payloads/scalars.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { fetchOne } from './ask-bisected.ts';

const pageSize = 100;
/** A hundred thousand changes of one issue. */
const maxPages = 1_000;

const changelog = z.object({ histories: z.array(z.unknown()), total: z.number().nullish() });
const withChangelog = z.looseObject({ id: jiraId, changelog });

export interface CompleteChangelog {
  readonly histories: readonly unknown[];
  readonly problems: readonly MappingProblem[];
}

/** The changes that came with an issue, if they are all there are of it. */
export function changelogWithin(issue: unknown): CompleteChangelog | null {
  const parsed = withChangelog.safeParse(issue);
  if (!parsed.success) return null;
  const { histories, total } = parsed.data.changelog;
  return histories.length >= (total ?? 0) ? { histories, problems: [] } : null;
}

/** All changes of one issue, by whatever way this Jira has for it; null: the issue is not shown. @throws TrackerError */
export async function fetchChangelog(client: JiraClient, id: string): Promise<CompleteChangelog | null> {
  const paged = await fetchPages(client, id);
  if (paged) return { histories: paged, problems: [] };
  const [issue] = await fetchOne(client, id, ['updated'], 'changelog');
  if (issue === undefined) return null;
  const whole = changelogWithin(issue);
  if (whole) return whole;
  const cut = withChangelog.safeParse(issue);
  const histories = cut.success ? cut.data.changelog.histories : [];
  const detail = cut.success ? `${histories.length} of ${cut.data.changelog.total} changes` : 'no changes';
  return { histories, problems: [{ kind: 'history-cut', subject: `issue ${id}`, detail: `Jira shows ${detail} of it` }] };
}

const page = z.object({ values: z.array(z.unknown()), total: z.number().nullish(), isLast: z.boolean().nullish() });

/** null: there is no such way here, or no such issue. */
async function fetchPages(client: JiraClient, id: string): Promise<unknown[] | null> {
  const histories: unknown[] = [];
  for (let pages = 0; pages < maxPages; pages += 1) {
    let answer: unknown;
    try {
      answer = await client.get(`/issue/${id}/changelog`, { startAt: histories.length, maxResults: pageSize });
    } catch (error) {
      if (isNotOffered(error)) return null;
      throw error;
    }
    const parsed = page.safeParse(answer);
    if (!parsed.success)
      throw new TrackerError('transient', `Jira's answer with the changes of issue ${id}: ${z.prettifyError(parsed.error)}`);
    const { values, total, isLast } = parsed.data;
    histories.push(...values);
    if (values.length === 0 || isLast === true || (typeof total === 'number' && histories.length >= total)) return histories;
  }
  throw new TrackerError('refused', `issue ${id} has more than ${maxPages * pageSize} changes`);
}
