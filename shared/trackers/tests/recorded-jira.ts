import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = new URL('../../../../shared/data/jira/', import.meta.url);
const payloads = new URL('payloads/', folder);

/** Whether Jira's answers that others recorded are beside the repository. Says so where they are not. */
export const isRecordedJiraThere = existsSync(payloads);
if (!isRecordedJiraThere) console.warn(`skipped: recorded payloads of Jira are not at ${payloads.pathname}`);

/** Where a recorded file is, or would be. */
export function recordedJiraFile(path: string): URL {
  return new URL(path, payloads);
}

/** Where the description of Jira Cloud's HTTP API is, or would be. */
export const jiraDescription = new URL('openapi.json', folder);

interface Recorded {
  readonly source: string;
  readonly payload: unknown;
}

/** Every issue that was recorded, each with its changelog. */
export function readRecordedIssues(): Recorded[] {
  if (!isRecordedJiraThere) return [];
  const jirametrics = readdirSync(new URL('jirametrics/', payloads)).filter((name) => /^SP-\d+\.json$/.test(name));
  const aerogear = gunzipSync(readFileSync(new URL('aerogear/aerogear-200.jsonl.gz', payloads)))
    .toString('utf8')
    .trim()
    .split('\n');
  return [
    ...jirametrics.map((name) => ({ source: name, payload: readJson(`jirametrics/${name}`) })),
    ...['issues', 'issues_for_due_date', 'issue_relationships'].flatMap((name) => readRecorded(`devlake/_raw_jira_api_${name}.json`)),
    ...readRecorded('devlake/_raw_jira_external_epics.json'),
    ...aerogear.map((line, i) => ({ source: `aerogear ${i}`, payload: JSON.parse(line) as unknown })),
  ];
}

/** The items of one recorded list. */
export function readRecorded(path: string): Recorded[] {
  if (!isRecordedJiraThere) return [];
  const items: unknown = readJson(path);
  if (!Array.isArray(items)) throw new Error(`${path}: expected a list`);
  return items.map((payload, i) => ({ source: `${path} ${i}`, payload: payload as unknown }));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, payloads), 'utf8'));
}
