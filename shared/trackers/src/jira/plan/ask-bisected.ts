import { z } from 'zod';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { isWrongQuestion } from './find-clock.ts';

/**
 * Asks for issues by name where one name that Jira does not know spoils the whole question: then for either half, and at last for
 * the one, by its own address. @throws TrackerError
 */
export async function askBisected(
  client: JiraClient,
  names: readonly string[],
  fields: readonly string[],
  ask: (names: readonly string[]) => Promise<readonly unknown[]>,
  expand?: string,
): Promise<readonly unknown[]> {
  try {
    return keepAsked(await ask(names), names);
  } catch (error) {
    if (!isWrongQuestion(error)) throw error;
  }
  const [only] = names;
  if (only === undefined) return [];
  if (names.length === 1) return fetchOne(client, only, fields, expand);
  const middle = Math.ceil(names.length / 2);
  const [first, second] = [names.slice(0, middle), names.slice(middle)];
  return [...(await askBisected(client, first, fields, ask, expand)), ...(await askBisected(client, second, fields, ask, expand))];
}

const named = z.object({ id: z.string(), key: z.string().optional() });

/** Some servers answer a question that they do not understand with everything. Fewer may be known by another key by now. */
function keepAsked(issues: readonly unknown[], names: readonly string[]): readonly unknown[] {
  if (issues.length <= names.length) return issues;
  const asked = new Set(names);
  return issues.filter((issue) => {
    const { data } = named.safeParse(issue);
    return data !== undefined && (asked.has(data.id) || asked.has(data.key ?? ''));
  });
}

/** An issue by its own address; none where it is not shown. */
export async function fetchOne(client: JiraClient, name: string, fields: readonly string[], expand = ''): Promise<unknown[]> {
  try {
    return [await client.get(`/issue/${name}`, { fields: fields.join(','), ...(expand !== '' && { expand }) })];
  } catch (error) {
    if (isNotOffered(error)) return [];
    throw error;
  }
}
