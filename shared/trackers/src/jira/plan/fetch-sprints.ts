import { TrackerError } from '../../tracker-error.ts';
import type { JiraClient } from '../transport/jira-client.ts';

/** A site with more open sprints than that learns of the others with their issues. */
const maxSprints = 300;
const agile = '/rest/agile/1.0';

const sprintsAtOnce = 10;

/** These sprints as they are now; those that are gone are left out. @throws TrackerError where Jira shows none of them */
export async function fetchSprints(client: JiraClient, ids: readonly string[]): Promise<unknown[]> {
  const asked = ids.slice(0, maxSprints);
  const sprints: unknown[] = [];
  for (let from = 0; from < asked.length; from += sprintsAtOnce) {
    const answers = await Promise.all(asked.slice(from, from + sprintsAtOnce).map((id) => fetchSprint(client, id)));
    sprints.push(...answers.filter((answer) => !(answer instanceof TrackerError)));
    const [refusal] = answers;
    if (refusal instanceof TrackerError && sprints.length === 0) throw refusal;
  }
  return sprints;
}

async function fetchSprint(client: JiraClient, id: string): Promise<unknown> {
  try {
    return await client.get(`/sprint/${id}`, {}, agile);
  } catch (error) {
    if (error instanceof TrackerError && (error.kind === 'refused' || error.kind === 'unauthorized')) return error;
    throw error;
  }
}
