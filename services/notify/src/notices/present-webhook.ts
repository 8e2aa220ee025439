import type { AlertMessageIssue } from '@speedtax/storage';
import type { Notice } from './tell-alert.ts';

/** For machines: what happened, in the words of the API. Addresses of people are not in it. */
export function presentWebhook(notices: readonly Notice[]): object {
  const [first] = notices;
  const type = notices.length === 1 ? (first?.type ?? 'test') : 'alert.digest';
  const at = first?.source?.event.at ?? null;
  return { type, timestamp: at?.toISOString() ?? null, data: { events: notices.map(presentNotice) } };
}

function presentNotice({ type, title, links, source }: Notice): object {
  if (source === null) return { type, title, links };
  const { alert, event } = source;
  return {
    type,
    title,
    eventId: event.id,
    at: event.at.toISOString(),
    alertId: alert.id,
    kind: alert.kind,
    level: alert.level,
    withinDays: alert.within_days,
    value: event.value,
    subject: { kind: alert.subject_kind, id: alert.subject_id, name: alert.subject_name, url: event.message?.subject.url ?? null },
    ownership: event.message?.ownership ?? null,
    owners: event.message?.owners.map(({ id, name }) => ({ personId: id, name })) ?? [],
    edges:
      event.message?.edges.map(({ blocker, blocked, usualMs }) => ({
        blocker: presentIssue(blocker),
        blocked: presentIssue(blocked),
        usualMs,
      })) ?? [],
    moreEdges: event.message?.moreEdges ?? 0,
    links,
  };
}

function presentIssue({ assignee, id, ...issue }: AlertMessageIssue): object {
  return { issueId: id, ...issue, assignee: assignee?.name ?? null };
}
