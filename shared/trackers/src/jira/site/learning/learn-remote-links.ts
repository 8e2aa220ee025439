import { z } from 'zod';
import type { KeptItem } from '../../../tracker.ts';
import type { HistoryEntry } from '../../payloads/changelog.ts';
import { instant, jiraId } from '../../payloads/scalars.ts';

/** Under which name it is kept that an issue has links to elsewhere: only then it is asked for them. */
export const remoteLinkedKind = 'jira-remote-linked';

const remoteLinked = z.object({ id: jiraId, links: z.array(z.object({ id: jiraId, addedAt: instant, removedAt: instant.nullable() })) });
export type RemoteLinked = z.infer<typeof remoteLinked>;

export function readRemoteLinked(payload: unknown): RemoteLinked | null {
  return remoteLinked.safeParse(payload).data ?? null;
}

/** Jira's own names of the field, before and since its issues are called work items. */
const remoteLinkFields: ReadonlySet<string> = new Set(['RemoteIssueLink', 'RemoteWorkItemLink']);

/** Which links to elsewhere an issue's history tells of; null: none. They have no dates but these. */
export function learnRemoteLinks(issueId: string, histories: readonly HistoryEntry[]): KeptItem | null {
  const links = new Map<string, { id: string; addedAt: string; removedAt: string | null }>();
  const entries = histories.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  for (const { created, items } of entries) {
    for (const { field, from, to } of items) {
      if (!remoteLinkFields.has(field)) continue;
      if (to !== null) links.set(to, { id: to, addedAt: created, removedAt: null });
      const gone = from === null ? undefined : links.get(from);
      if (gone) links.set(gone.id, { ...gone, removedAt: created });
    }
  }
  if (links.size === 0) return null;
  return { kind: remoteLinkedKind, externalId: issueId, payload: { id: issueId, links: [...links.values()] } };
}
