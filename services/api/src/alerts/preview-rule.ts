import type { AlertPreview, NewAlertRule } from '@speedtax/contract';
import { deriveBlockerCounts, type Reading, replayAlerts } from '@speedtax/domain';
import { type DatabaseTransaction, findAnalysis } from '@speedtax/storage/analytics';
import { loadCompany } from '@speedtax/storage/derived';
import { readSubjectNames } from './read-rule-subject.ts';
import { readTaxReadings } from './read-tax-readings.ts';

const previewMs = 90 * 86_400_000;
const mostShown = 200;

const notKept = {
  ownership: 'Trackers keep no history of project leads and of who is active.',
  date_conflict: 'Trackers keep no history of due dates.',
} as const;
const notReplayed = 'The past of this figure is not replayed yet; its history begins when the rule is switched on.';

/** When a rule would have fired in the 90 days up to the data cut-off. */
export async function previewRule(
  trx: DatabaseTransaction,
  organizationId: string,
  { kind, level, withinDays, subject }: NewAlertRule,
  now: Date,
): Promise<AlertPreview> {
  const analysis = await findAnalysis(trx, organizationId);
  const to = analysis?.dataCutOffAt ?? now;
  const from = new Date(to.getTime() - previewMs);
  const window = { from: from.toISOString(), to: to.toISOString() };
  const unknownBecause = reasonFor(kind, subject);
  if (unknownBecause !== null) return { ...window, firings: [], count: 0, unknownBecause };

  const names = await readSubjectNames(trx, organizationId);
  const rule = { kind, level, withinDays };
  const present = (subjectKind: 'initiative' | 'team', id: string, readings: readonly Reading[]) =>
    replayAlerts(readings, rule, to.getTime())
      .filter(({ raisedAt }) => raisedAt >= from.getTime())
      .map(({ raisedAt, clearedAt, value }) => ({
        subject: { kind: subjectKind, id, name: names.get(id) ?? '' },
        raisedAt: new Date(raisedAt).toISOString(),
        clearedAt: clearedAt === null ? null : new Date(clearedAt).toISOString(),
        value,
      }));
  const answer = (firings: ReturnType<typeof present>): AlertPreview => {
    const latest = firings.sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1));
    return { ...window, firings: latest.slice(0, mostShown), count: latest.length, unknownBecause: null };
  };
  if (kind === 'team_tax') {
    const readings = analysis ? await readTaxReadings(trx, organizationId, { analysis, from, withinDays }) : new Map<string, Reading[]>();
    return answer([...readings].flatMap(([id, ofTeam]) => (subject === null || subject.id === id ? present('team', id, ofTeam) : [])));
  }

  const company = await loadCompany(trx, organizationId);
  // A rise looks further back than the window it is asked for.
  const readings = deriveBlockerCounts(company, {
    from: from.getTime() - (kind === 'blocker_rise' ? withinDays * 86_400_000 : 0),
    now: to.getTime(),
  });
  return answer(
    company.ids.initiatives.flatMap((id, n) => {
      const isAsked = subject === null ? isUnfinished(company.initiatives[n]?.status) : subject.id === id;
      return isAsked ? present('initiative', id, readings[n] ?? []) : [];
    }),
  );
}

function reasonFor(kind: NewAlertRule['kind'], subject: NewAlertRule['subject']): string | null {
  if (kind === 'ownership' || kind === 'date_conflict') return notKept[kind];
  if (kind === 'team_tax') return null;
  const isReplayed = (kind === 'external_blockers' || kind === 'blocker_rise') && subject?.kind !== 'team';
  return isReplayed ? null : notReplayed;
}

const isUnfinished = (status: string | undefined): boolean => status === 'planned' || status === 'active';
