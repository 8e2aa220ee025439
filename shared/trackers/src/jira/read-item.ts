import { z } from 'zod';
import { type HistoryEntry, historyEntry } from './payloads/changelog.ts';
import { type IssuePayload, issuePayload } from './payloads/issue.ts';
import { jiraId } from './payloads/scalars.ts';

export type ReadIssue = z.ZodSafeParseResult<IssuePayload>;

const issues = new WeakMap<object, ReadIssue>();

/** An issue as it was fetched or kept. Each is read once, however often it is asked for. */
export function readIssue(item: unknown): ReadIssue {
  if (typeof item !== 'object' || item === null) return issuePayload.safeParse(item);
  const known = issues.get(item);
  if (known) return known;
  const read = issuePayload.safeParse(item);
  issues.set(item, read);
  return read;
}

export interface ReadHistories {
  readonly issueId: string;
  readonly histories: readonly HistoryEntry[];
  /** Entries that cannot be read: the others are worth reading. */
  readonly unread: readonly string[];
}

const changelog = z.object({ id: jiraId, histories: z.array(z.unknown()) });
const withChangelog = z.object({ id: jiraId, changelog: z.object({ histories: z.array(z.unknown()) }) });

const histories = new WeakMap<object, ReadHistories | null>();

/** Changes as they were fetched by themselves, or with their issue; null: there are none in it. Each are read once. */
export function readHistories(item: unknown): ReadHistories | null {
  if (typeof item !== 'object' || item === null) return null;
  let read = histories.get(item);
  if (read === undefined) {
    read = readAnew(item);
    histories.set(item, read);
  }
  return read;
}

function readAnew(item: object): ReadHistories | null {
  const alone = changelog.safeParse(item);
  if (alone.success) return readEntries(alone.data.id, alone.data.histories);
  const within = withChangelog.safeParse(item);
  return within.success ? readEntries(within.data.id, within.data.changelog.histories) : null;
}

function readEntries(issueId: string, entries: readonly unknown[]): ReadHistories {
  const read: HistoryEntry[] = [];
  const unread: string[] = [];
  for (const entry of entries) {
    const parsed = historyEntry.safeParse(entry);
    if (parsed.success) read.push(parsed.data);
    else unread.push(z.prettifyError(parsed.error));
  }
  return { issueId, histories: read, unread };
}
