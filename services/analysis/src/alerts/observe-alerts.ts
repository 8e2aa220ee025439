import { isDeepStrictEqual } from 'node:util';
import { type Calendar, decideAlert, decideLook, engineVersion } from '@speedtax/domain';
import {
  type AlertRow,
  type AlertRuleRow,
  areBackfills,
  deleteAlertStates,
  ensureFirstRules,
  findDoubt,
  findWatch,
  listAlertRules,
  listAlertStates,
  listOpenAlerts,
  listWatchedSubjects,
  lockWatch,
  noteUnknown,
  type StoredState,
  updateOpenAlert,
  upsertAlertStates,
  type WatchedSubject,
  writeWatch,
} from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { listRuleSubjects } from './list-rule-subjects.ts';
import { makeAlertWriter } from './make-alert-writer.ts';
import { makeMeasures } from './make-measures.ts';

export interface Finding {
  readonly organizationId: string;
  readonly dataCutOffAt: Date;
  readonly calendar: Calendar;
  /** Whose facts the figures hold for the first time. */
  readonly syncIds: readonly string[];
  /** Epoch milliseconds, of the wall. */
  readonly now: number;
}

/**
 * Compares the figures that this transaction has just written with what every rule remembers, and puts what is to be told to the
 * outbox: figures, decision and message are there together, or none of them is.
 */
export async function observeAlerts(trx: DatabaseTransaction, finding: Finding): Promise<void> {
  const { organizationId, dataCutOffAt, now } = finding;
  const at = dataCutOffAt.getTime();
  await ensureFirstRules(trx, organizationId, new Date(now));
  await lockWatch(trx, organizationId);
  const doubt = await findDoubt(trx, organizationId);
  const seen = { at, engineVersion, calendar: JSON.stringify(finding.calendar) };
  const { watch } = await findWatch(trx, organizationId);
  const isBackfill = await areBackfills(trx, organizationId, finding.syncIds);
  const look = decideLook(watch, { ...seen, isPartial: doubt !== null, isBackfill });
  if (look === 'unknown') await noteUnknown(trx, organizationId, doubt ?? '', new Date(now));
  if (look === 'unknown' || look === 'skip') return;

  const rules = (await listAlertRules(trx, organizationId)).filter((rule) => rule.is_on);
  const subjects = await listWatchedSubjects(trx, organizationId);
  const remembered = Map.groupBy(await listAlertStates(trx, organizationId), ({ ruleId }) => ruleId);
  const open = await listOpenAlerts(trx, organizationId);
  const measures = makeMeasures(trx, finding, subjects);
  const writer = makeAlertWriter(trx, finding);
  for (const rule of rules) {
    const watched = listRuleSubjects(rule, rules, subjects);
    const states = remembered.get(rule.id) ?? [];
    await forgetGone(trx, organizationId, rule, { states, watched, open, at: dataCutOffAt, end: writer.end });
    await lookAt(rule, watched, states);
  }
  await writer.tellFreed();
  await writeWatch(trx, organizationId, seen, new Date(now));

  async function lookAt(rule: AlertRuleRow, watched: readonly WatchedSubject[], states: readonly StoredState[]): Promise<void> {
    const stateOf = new Map(states.map(({ subjectId, state }) => [subjectId, state]));
    const changed: StoredState[] = [];
    for (const subject of watched) {
      const figure = await measures.figureOf(rule, subject);
      const before = stateOf.get(subject.id) ?? null;
      const observation = { state: 'known', at, ...figure, isBaseline: look === 'baseline' } as const;
      const decision = decideAlert(before, observation, now, { kind: rule.kind, level: rule.level, withinDays: rule.within_days });
      const alert = open.find((one) => one.rule_id === rule.id && one.subject_id === subject.id);
      if (decision.next !== null && !isDeepStrictEqual(before, decision.next))
        changed.push({ ruleId: rule.id, subjectId: subject.id, state: decision.next });
      await writer.apply(rule, subject, alert, decision);
    }
    await upsertAlertStates(trx, organizationId, changed);
  }
}

interface Gone {
  readonly states: readonly StoredState[];
  readonly watched: readonly WatchedSubject[];
  readonly open: readonly AlertRow[];
  readonly at: Date;
  end(alert: AlertRow): Promise<void>;
}

/** An initiative that is done is no news: its alert ends, and nobody is told. */
async function forgetGone(trx: DatabaseTransaction, organizationId: string, rule: AlertRuleRow, of: Gone): Promise<void> {
  const isWatched = new Set(of.watched.map(({ id }) => id));
  const gone = of.states.map(({ subjectId }) => subjectId).filter((id) => !isWatched.has(id));
  await deleteAlertStates(trx, organizationId, rule.id, gone);
  for (const alert of of.open) {
    if (alert.rule_id !== rule.id || isWatched.has(alert.subject_id)) continue;
    await updateOpenAlert(trx, organizationId, alert.id, { closed_at: of.at, closed_because: 'subject_gone' });
    await of.end(alert);
  }
}
