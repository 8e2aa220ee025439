import type { Alert, AlertEvent } from '@speedtax/contract';
import type { AlertMessageIssue } from '@speedtax/storage';
import type { AlertEventRow, AlertRow } from '@speedtax/storage/alerts';

export function presentAlert(row: AlertRow, events: readonly AlertEventRow[]): Alert {
  const { acknowledged_at: at, acknowledged_by: by } = row;
  return {
    id: row.id,
    ruleId: row.rule_id,
    kind: row.kind,
    level: row.level,
    withinDays: row.within_days,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    value: row.value,
    raisedAt: row.raised_at.toISOString(),
    acknowledged: at === null || by === null ? null : { at: at.toISOString(), by },
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBecause: row.closed_because,
    events: events.filter(({ alert_id }) => alert_id === row.id).map(presentEvent),
  };
}

function presentEvent({ id, kind, at, value, by_name: by, message }: AlertEventRow): AlertEvent {
  return {
    id,
    kind,
    at: at.toISOString(),
    value,
    by,
    edges: (message?.edges ?? []).map(({ blocker, blocked, usualMs }) => ({
      blocker: presentIssue(blocker),
      blocked: presentIssue(blocked),
      usual: usualMs && { medianMs: roundMs(usualMs.median), p85Ms: roundMs(usualMs.p85), waits: usualMs.waits },
    })),
    moreEdges: message?.moreEdges ?? 0,
  };
}

function presentIssue({ id, assignee, ...issue }: AlertMessageIssue): AlertEvent['edges'][number]['blocker'] {
  return { issueId: id, ...issue, assignee: assignee?.name ?? null };
}

const roundMs = (ms: number | null): number | null => (ms === null ? null : Math.round(ms));
