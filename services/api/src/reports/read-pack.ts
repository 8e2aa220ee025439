import { maxPackDecouplings, maxPackTreatments, type PackTeam, type PlanningPack, type SpeedTax } from '@speedtax/contract';
import { definitions } from '@speedtax/contract/words';
import { midnightOf } from '@speedtax/domain';
import { sealPack } from '@speedtax/reports';
import { listDeadlockedIssues } from '@speedtax/storage/analytics';
import { getOrganizationSettings } from '@speedtax/storage/organization';
import { cutIntoBuckets } from '../figures/calendar-buckets.ts';
import type { FigureWindow } from '../figures/figure-window.ts';
import { readDecouplings } from '../figures/read-decouplings.ts';
import type { FigureBasis } from '../figures/read-figures.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { readProof } from '../figures/read-proof.ts';
import { readSpeedTax } from '../figures/read-speed-tax.ts';
import { sumBuckets } from '../figures/sum-buckets.ts';
import { presentSeriesPoint } from '../present/present-series-point.ts';
import { findTreatments } from '../treatments/find-treatments.ts';
import { readPackInitiatives } from './read-pack-initiatives.ts';
import type { PackRange } from './resolve-pack-range.ts';

/** On each side of the day on which a pair was treated. */
const proofDays = 90;

/** The planning pack of a range, every figure read as the pages read it. */
export async function readPack(basis: FigureBasis, { quarter, window, before }: PackRange): Promise<PlanningPack> {
  const { trx, organizationId, timeZone, dataCutOffAt } = basis;
  const { name: organization } = await getOrganizationSettings(trx, organizationId);
  const now = await readSpeedTax(basis, window, null);
  const then = await readSpeedTax(basis, before, null);
  const nameOf = new Map(now.teams.map(({ teamId, name }) => [teamId, name]));
  const named = <T extends { waitingTeamId: string; blockingTeamId: string }>(pair: T) => ({
    ...pair,
    waitingTeam: nameOf.get(pair.waitingTeamId) ?? pair.waitingTeamId,
    blockingTeam: nameOf.get(pair.blockingTeamId) ?? pair.blockingTeamId,
  });
  const { lastSyncedAt: _notAFact, ...coverage } = now.coverage;
  return sealPack({
    schema: 'speedtax.planning-pack/1',
    title: `Planning pack ${quarter ?? `${window.from} to ${window.to}`}`,
    organization,
    quarter,
    range: { from: window.from, to: window.to },
    before: { from: before.from, to: before.to },
    complete: midnightOf(window.clock, window.toDay) <= dataCutOffAt.getTime(),
    timeZone,
    engineVersion: now.engineVersion,
    dataCutOff: now.dataCutOff,
    company: {
      now: now.total,
      before: then.total,
      changeMs: now.total.waitingMs - then.total.waitingMs,
      months: await readMonths(basis, window),
    },
    teams: withTeamsBefore(now, then).toSorted(mostFirst),
    pairs: now.pairs.map(named).toSorted((a, b) => b.waitingMs - a.waitingMs),
    decouplings: (await readDecouplings(basis, window, maxPackDecouplings)).items.map(named),
    treatments: (await readTreatments(basis)).map(named),
    ...(await readPackInitiatives(basis, window)),
    deadlocks: await readDeadlocks(basis),
    coverage,
    definitions: Object.entries(definitions).map(([term, meaning]) => ({ term, meaning })),
  });
}

function withTeamsBefore(now: SpeedTax, then: SpeedTax): PlanningPack['teams'] {
  const before = new Map(then.teams.map(({ teamId, externalId, key, name, ...figures }) => [teamId, figures]));
  return now.teams.map((team) => ({ ...team, before: before.get(team.teamId) ?? null }));
}

function mostFirst(a: PackTeam, b: PackTeam): number {
  return b.waitingMs - a.waitingMs || b.imposedMs - a.imposedMs || (a.teamId < b.teamId ? -1 : 1);
}

async function readMonths({ trx, organizationId, dataCutOffAt }: FigureBasis, window: FigureWindow) {
  const buckets = cutIntoBuckets(window.fromDay, window.toDay, 'month');
  const question = { window, dataCutOffAt, buckets };
  const team = await sumBuckets(trx, organizationId, { ...question, subject: 'team' });
  const imposed = await sumBuckets(trx, organizationId, { ...question, subject: 'pair' });
  return buckets.map((each, k) => {
    const complete = !each.isCut && midnightOf(window.clock, each.toDay) <= dataCutOffAt.getTime();
    return presentSeriesPoint(each, complete, team[k], imposed[k]);
  });
}

async function readTreatments(basis: FigureBasis) {
  const proven = [];
  for (const treatment of await findTreatments(basis.trx, basis.organizationId, { limit: maxPackTreatments }))
    proven.push({ ...treatment, proof: await readProof(basis, treatment, proofDays) });
  return proven;
}

async function readDeadlocks(basis: FigureBasis) {
  const ids = await listDeadlockedIssues(basis.trx, basis.organizationId);
  const issues = await readIssueRefs(basis, ids);
  return ids.flatMap((id) => issues.get(id) ?? []);
}
