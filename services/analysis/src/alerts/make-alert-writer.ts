import { randomUUID } from 'node:crypto';
import { type AlertDecision, type Edge, endsOf } from '@speedtax/domain';
import {
  type AlertRow,
  type AlertRuleRow,
  type AlertSubscriptionRow,
  dropUnsent,
  findLatestAlertId,
  insertAlert,
  insertAlertEvent,
  insertDeliveries,
  listAlertChannels,
  listAlertSubscriptions,
  type NewAlertEvent,
  updateOpenAlert,
  type WatchedSubject,
} from '@speedtax/storage/alerts';
import { type DatabaseTransaction, listIssueSummaries } from '@speedtax/storage/analytics';
import { makeMessageReader } from './make-message-reader.ts';
import type { Finding } from './observe-alerts.ts';
import { planDeliveries } from './plan-deliveries.ts';

interface Freed {
  readonly rule: AlertRuleRow;
  readonly subject: WatchedSubject;
}

export interface AlertWriter {
  /** Writes what was decided: the alert, what happened to it, and whom it is told. */
  apply(rule: AlertRuleRow, subject: WatchedSubject, alert: AlertRow | undefined, decision: AlertDecision): Promise<void>;
  /** What it was about is over: what has not been sent yet is not. */
  end(alert: AlertRow): Promise<void>;
  /** Tells whoever waited what no longer blocks, once, however many rules had told of it. */
  tellFreed(): Promise<void>;
}

const openCategories: readonly (string | null)[] = ['triage', 'backlog', 'unstarted', 'started'];

export function makeAlertWriter(trx: DatabaseTransaction, finding: Finding): AlertWriter {
  const { organizationId } = finding;
  const now = new Date(finding.now);
  const at = finding.dataCutOffAt;
  const messages = makeMessageReader(trx, organizationId);
  const freed = new Map<Edge, Freed>();
  let listeners: Promise<{ subscriptions: AlertSubscriptionRow[]; channels: Awaited<ReturnType<typeof listAlertChannels>> }> | undefined;
  const listen = async () => ({
    subscriptions: await listAlertSubscriptions(trx, organizationId),
    channels: await listAlertChannels(trx, organizationId),
  });

  async function tell(
    rule: Pick<AlertRuleRow, 'id'>,
    subjectId: string,
    event: NewAlertEvent,
    unless?: ReadonlySet<string>,
  ): Promise<void> {
    const eventId = await insertAlertEvent(trx, organizationId, event);
    const { subscriptions, channels } = await (listeners ??= listen());
    const told = { ruleId: rule.id, subjectId, kind: event.kind, message: event.message ?? null };
    const planned = planDeliveries(told, { subscriptions, channels }, finding.now);
    const wanted = planned.filter(({ subscriptionId, recipient }) => !unless?.has(`${subscriptionId} ${recipient ?? ''}`));
    await insertDeliveries(
      trx,
      organizationId,
      wanted.map((delivery) => ({ ...delivery, eventId })),
      now,
    );
  }

  return {
    async apply(rule, subject, alert, { notify, value, added, freed: gone }) {
      for (const edge of gone) if (!freed.has(edge)) freed.set(edge, { rule, subject });
      const about = { at, value: value ?? 0 };
      if (notify === 'raised') {
        const alertId = randomUUID();
        await insertAlert(trx, organizationId, {
          id: alertId,
          rule_id: rule.id,
          kind: rule.kind,
          level: rule.level,
          within_days: rule.within_days,
          subject_kind: subject.kind,
          subject_id: subject.id,
          subject_name: subject.name,
          value: about.value,
          raised_at: at,
        });
        await tell(rule, subject.id, { ...about, alertId, kind: 'raised', message: await messages.read(subject, added) });
      } else if (alert !== undefined && notify === 'cleared') {
        await updateOpenAlert(trx, organizationId, alert.id, { value: about.value, closed_at: at, closed_because: 'cleared' });
        const never = await dropUnsent(trx, organizationId, { alertId: alert.id, answer: 'it was over before this was sent', at: now });
        await tell(rule, subject.id, { ...about, alertId: alert.id, kind: 'cleared', message: await messages.read(subject, []) }, never);
      } else if (alert !== undefined && notify === 'reminded') {
        await updateOpenAlert(trx, organizationId, alert.id, { value: about.value, snoozed_until: null });
        await tell(rule, subject.id, { ...about, alertId: alert.id, kind: 'reminded', message: await messages.read(subject, added) });
      } else if (alert !== undefined && alert.value !== about.value) {
        await updateOpenAlert(trx, organizationId, alert.id, { value: about.value });
      }
    },

    async end(alert) {
      await insertAlertEvent(trx, organizationId, { alertId: alert.id, kind: 'ended', at });
      await dropUnsent(trx, organizationId, { alertId: alert.id, answer: 'what it was about is over', at: now });
    },

    async tellFreed() {
      if (freed.size === 0) return;
      const ends = new Map([...freed.keys()].map((edge) => [edge, endsOf(edge)]));
      const issues = await listIssueSummaries(
        trx,
        organizationId,
        [...ends.values()].flatMap((end) => [end.blockerIssueId, end.blockedIssueId]),
      );
      const waiting = [...freed].flatMap(([edge, of]) => {
        const blocked = issues.get(ends.get(edge)?.blockedIssueId ?? '');
        // Whoever has finished in the meantime, or never was there, waits for nothing.
        const isWaited = blocked !== undefined && blocked.closedAt === null && openCategories.includes(blocked.category);
        return isWaited ? [{ edge, ...of, assigneeId: blocked.assigneeId }] : [];
      });
      const together = Map.groupBy(waiting, ({ rule, subject, assigneeId }) => `${rule.id} ${subject.id} ${assigneeId}`);
      for (const group of together.values()) {
        const [first] = group;
        if (first === undefined) continue;
        const { rule, subject } = first;
        const alertId = await findLatestAlertId(trx, organizationId, { ruleId: rule.id, subjectId: subject.id });
        if (alertId === undefined) continue;
        const message = await messages.read(
          subject,
          group.map(({ edge }) => edge),
        );
        await tell(rule, subject.id, { alertId, kind: 'freed', at, message });
      }
    },
  };
}
