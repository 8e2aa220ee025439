import type { AlertAnswer } from '@speedtax/contract';
import { decideAnswer } from '@speedtax/domain';
import {
  type AlertRow,
  dropUnsent,
  findAlertState,
  insertAlertEvent,
  lockWatch,
  updateOpenAlert,
  upsertAlertStates,
} from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { badRequest } from '../http/http-problem.ts';

const longestSnoozeMs = 366 * 86_400_000;
const kindOf = { acknowledge: 'acknowledged', snooze: 'snoozed', resolve: 'resolved' } as const;

/** What a person decides about an open alert, together with what is remembered of it. */
export async function answerOpenAlert(
  trx: DatabaseTransaction,
  organizationId: string,
  alert: AlertRow,
  answer: AlertAnswer,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await lockWatch(trx, organizationId);
  const key = { ruleId: alert.rule_id, subjectId: alert.subject_id };
  const state = await findAlertState(trx, organizationId, key);
  if (state !== undefined) {
    const decided = decideAnswer(state, answer.action === 'snooze' ? { action: 'snooze', until: readUntil(answer.until, at) } : answer);
    await upsertAlertStates(trx, organizationId, [{ ...key, state: decided }]);
  }
  await updateOpenAlert(trx, organizationId, alert.id, changeOf(answer, by, at));
  await insertAlertEvent(trx, organizationId, { alertId: alert.id, kind: kindOf[answer.action], at, byName: by });
  if (answer.action !== 'acknowledge')
    await dropUnsent(trx, organizationId, { alertId: alert.id, answer: `${by} has ${kindOf[answer.action]} it`, at });
}

function changeOf(answer: AlertAnswer, by: string, at: Date) {
  if (answer.action === 'acknowledge') return { acknowledged_at: at, acknowledged_by: by };
  if (answer.action === 'snooze') return { snoozed_until: new Date(answer.until) };
  return { closed_at: at, closed_because: 'resolved' as const };
}

function readUntil(until: string, at: Date): number {
  const ms = Date.parse(until);
  if (ms > at.getTime() && ms <= at.getTime() + longestSnoozeMs) return ms;
  throw badRequest([{ path: 'until', message: 'An instant after now, at most a year ahead' }]);
}
