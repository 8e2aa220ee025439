import type { Proof, ProofSide } from '@speedtax/contract';
import { dayNumberOf, decideProofWindow, type TeamPair } from '@speedtax/domain';
import { summarizePairWaits } from '@speedtax/storage/analytics';
import { makeWindow } from './figure-window.ts';
import { dayAt } from './organization-clocks.ts';
import type { FigureBasis } from './read-figures.ts';
import { sumSubjects } from './sum-subjects.ts';

interface Treated extends TeamPair {
  readonly treatedOn: string;
}

/** How a pair waited before and after it was treated, in equally many days on both sides: `mostDays` or as many as have passed. */
export async function readProof(basis: FigureBasis, treated: Treated, mostDays: number): Promise<Proof> {
  const cutOffDay = dayAt(basis.calendar, basis.dataCutOffAt);
  const { state, days, before, after } = decideProofWindow(dayNumberOf(treated.treatedOn), cutOffDay, mostDays);
  if (days === 0) return { state, days, before: null, after: null, changeMs: null };
  const was = await readSide(basis, treated, before);
  const is = await readSide(basis, treated, after);
  return { state, days, before: was, after: is, changeMs: is.waitingMs - was.waitingMs };
}

async function readSide(
  { trx, organizationId, calendar, dataCutOffAt }: FigureBasis,
  { waitingTeamId, blockingTeamId }: TeamPair,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
): Promise<ProofSide> {
  const window = makeWindow(fromDay, toDay, calendar, dataCutOffAt);
  const pairs = await sumSubjects(trx, organizationId, 'pair', window, dataCutOffAt, waitingTeamId);
  const [team] = await sumSubjects(trx, organizationId, 'team', window, dataCutOffAt, waitingTeamId);
  const [waits] = await summarizePairWaits(trx, organizationId, window.instants, [{ waitingTeamId, blockingTeamId }]);
  const waitingMs = Math.round(pairs.find((pair) => pair.bId === blockingTeamId)?.measures.waitingMs ?? 0);
  const inPlayMs = Math.round(team?.measures.inPlayMs ?? 0);
  return {
    from: window.from,
    to: window.to,
    waitingMs,
    inPlayMs,
    // Rounded apart: a team that only waited must not come out above one.
    share: inPlayMs === 0 ? null : Math.min(1, waitingMs / inPlayMs),
    waits: waits?.waits ?? 0,
    issues: waits?.issues ?? 0,
    medianMs: waits ? Math.round(waits.medianMs) : null,
  };
}
