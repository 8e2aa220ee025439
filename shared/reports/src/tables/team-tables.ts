import type { PackPair, PackTeam, PlanningPack } from '@speedtax/contract';
import { type Table, tableOf } from './table.ts';

export function teamsTable({ teams }: PlanningPack): Table {
  return tableOf<PackTeam>(
    'Teams',
    [
      { name: 'Team', kind: 'text', of: ({ name }) => name },
      { name: 'Paid', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      { name: 'Paid before', kind: 'duration', of: ({ before }) => before?.waitingMs ?? null },
      { name: 'Imposed', kind: 'duration', of: ({ imposedMs }) => imposedMs },
      { name: 'Imposed before', kind: 'duration', of: ({ before }) => before?.imposedMs ?? null },
      { name: 'In play', kind: 'duration', of: ({ inPlayMs }) => inPlayMs },
      { name: 'Speed tax', kind: 'share', of: ({ speedTax }) => speedTax },
      { name: 'Low', kind: 'share', of: ({ speedTaxLow }) => speedTaxLow },
      { name: 'High', kind: 'share', of: ({ speedTaxHigh }) => speedTaxHigh },
      { name: 'Speed tax before', kind: 'share', of: ({ before }) => before?.speedTax ?? null },
      { name: 'Waiting now', kind: 'count', of: ({ waitingNow }) => waitingNow },
      { name: 'Autonomy', kind: 'share', of: ({ autonomy }) => autonomy },
      { name: 'Reworked after waiting', kind: 'share', of: ({ qualityTax }) => qualityTax.waited.share },
      { name: 'Reworked otherwise', kind: 'share', of: ({ qualityTax }) => qualityTax.neverWaited.share },
    ],
    teams,
  );
}

export function pairsTable(pairs: readonly PackPair[], name = 'Dependencies'): Table {
  return tableOf<PackPair>(
    name,
    [
      { name: 'Waiting team', kind: 'text', of: ({ waitingTeam }) => waitingTeam },
      { name: 'Blocking team', kind: 'text', of: ({ blockingTeam }) => blockingTeam },
      { name: 'Waiting', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      { name: 'At the root', kind: 'duration', of: ({ rootMs }) => rootMs },
      { name: 'Unaccepted', kind: 'duration', of: ({ anatomy }) => anatomy.unacceptedMs },
      { name: 'Queued', kind: 'duration', of: ({ anatomy }) => anatomy.queuedMs },
      { name: 'In work', kind: 'duration', of: ({ anatomy }) => anatomy.inWorkMs },
      { name: 'Issues', kind: 'count', of: ({ issues }) => issues },
      { name: 'Half done in', kind: 'wait', of: ({ quote }) => quote?.medianMs ?? null },
      { name: '85 % done in', kind: 'wait', of: ({ quote }) => quote?.p85Ms ?? null },
      { name: 'n', kind: 'count', of: ({ quote }) => quote?.waits ?? null },
    ],
    pairs,
  );
}
