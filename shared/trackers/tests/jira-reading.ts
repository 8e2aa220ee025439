import type { Deployment } from '@speedtax/tracker-twin';
import { writeJiraCredentials } from '../src/jira/access/jira-credentials.ts';
import { openJiraTracker } from '../src/jira/open-jira-tracker.ts';
import type { MappingProblem } from '../src/mapped.ts';
import type { Page, Phase, Tracker } from '../src/tracker.ts';
import type { TrackerFetch } from '../src/tracker-fetch.ts';

export const email = 'ann@example.com';
export const token = 'api-token';
export const twinCredentials = { basic: { [email]: token }, accessTokens: [token] };

export interface OpenOptions {
  readonly url: string;
  readonly deployment: Deployment;
  readonly now: () => number;
  readonly fetch?: TrackerFetch;
}

/** A tracker that nobody has read before. */
export function openTracker({ url, deployment, now, fetch: reach = fetch }: OpenOptions): Promise<Tracker> {
  return openJiraTracker({
    provider: 'jira',
    connectionId: 'c',
    baseUrl: url,
    deployment: deployment === 'cloud' ? 'cloud' : 'server',
    mapping: {},
    credentials: writeJiraCredentials(
      deployment === 'cloud' ? { kind: 'basic', email, apiToken: token } : { kind: 'personal', personalAccessToken: token },
    ),
    fetch: reach,
    signal: new AbortController().signal,
    now,
    listKept: async () => [],
    storeCredentials: async () => {},
  });
}

export function phaseOf({ plan }: Tracker, name: string, pageSize?: number): Phase {
  const phase = plan.find((one) => one.name === name);
  if (!phase) throw new Error(`expected a phase ${name}`);
  return { ...phase, ...(pageSize !== undefined && { pageSize }) };
}

// biome-ignore lint/suspicious/noExplicitAny: tests read items of any shape
export type Item = any;

export interface Reading {
  readonly items: Item[];
  readonly problems: MappingProblem[];
  readonly pages: number;
}

const maxPages = 10_000;

/** Reads a phase from its first page to its last; `between` happens after each page, as work on a site does. */
export async function readPhase(tracker: Tracker, phase: Phase, between: (page: Page) => void = () => {}, since = 0): Promise<Reading> {
  const items: Item[] = [];
  const problems: MappingProblem[] = [];
  let after: string | null = null;
  for (let pages = 1; pages <= maxPages; pages += 1) {
    const page: Page = await tracker.fetchPage(phase, { after, since: new Date(since).toISOString() });
    if (phase.reading === 'whole') tracker.learn(phase, page.items, () => undefined);
    items.push(...page.items);
    problems.push(...(page.problems ?? []));
    if (page.endCursor === null) return { items, problems, pages };
    after = page.endCursor;
    between(page);
  }
  throw new Error(`expected the last page of ${phase.name} within ${maxPages}`);
}
