import type { PlanningPack } from '@speedtax/contract';
import { type Table, tableOf } from './table.ts';

/** What each kind of dependency asks for. */
export const adviceOf = {
  offer_interface: 'offer an interface',
  schedule: 'agree on dates',
  accept: 'accept',
  unclear: 'look closer',
} as const;

/** The few dependencies worth removing, each on top of those before it. */
export function decouplingsTable({ decouplings }: PlanningPack): Table {
  return tableOf<PlanningPack['decouplings'][number]>(
    'Worth removing',
    [
      { name: 'Rank', kind: 'count', of: ({ rank }) => rank },
      { name: 'Waiting team', kind: 'text', of: ({ waitingTeam }) => waitingTeam },
      { name: 'Blocking team', kind: 'text', of: ({ blockingTeam }) => blockingTeam },
      { name: 'Waiting', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      { name: 'Saved', kind: 'duration', of: ({ savedMs }) => savedMs },
      { name: 'Saved so far', kind: 'duration', of: ({ savedSoFarMs }) => savedSoFarMs },
      { name: 'What to do', kind: 'text', of: ({ kind }) => adviceOf[kind] },
      { name: 'In common', kind: 'text', of: ({ theme }) => theme?.name ?? null },
      { name: 'Waits', kind: 'count', of: ({ waits }) => waits },
      { name: 'Issues', kind: 'count', of: ({ issues }) => issues },
    ],
    decouplings,
  );
}

/** What was decided before, and what came of it. */
export function treatmentsTable({ treatments }: PlanningPack): Table {
  return tableOf<PlanningPack['treatments'][number]>(
    'Decided before',
    [
      { name: 'Treated on', kind: 'day', of: ({ treatedOn }) => treatedOn },
      { name: 'Waiting team', kind: 'text', of: ({ waitingTeam }) => waitingTeam },
      { name: 'Blocking team', kind: 'text', of: ({ blockingTeam }) => blockingTeam },
      { name: 'What was done', kind: 'text', of: ({ kind }) => kind },
      { name: 'Days on each side', kind: 'count', of: ({ proof }) => proof.days },
      { name: 'Waiting before', kind: 'duration', of: ({ proof }) => proof.before?.waitingMs ?? null },
      { name: 'Waiting after', kind: 'duration', of: ({ proof }) => proof.after?.waitingMs ?? null },
      { name: 'Change', kind: 'duration', of: ({ proof }) => (proof.state === 'measured' ? proof.changeMs : null) },
      { name: 'Note', kind: 'text', of: ({ note }) => note },
    ],
    treatments,
  );
}
