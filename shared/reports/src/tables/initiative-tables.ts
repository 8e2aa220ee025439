import type { PackInitiative, PlanningPack } from '@speedtax/contract';
import { type Cell, type ColumnKind, type Table, tableOf } from './table.ts';

export function initiativesTable({ initiatives }: PlanningPack): Table {
  return tableOf<PackInitiative>(
    'Initiatives',
    [
      { name: 'Initiative', kind: 'text', of: ({ name }) => name },
      { name: 'Status', kind: 'text', of: ({ status }) => status },
      { name: 'Ownership', kind: 'text', of: ({ ownership }) => ownership },
      { name: 'Accountable', kind: 'text', of: ({ accountable }) => accountable.map(({ name }) => name).join(', ') },
      { name: 'Span', kind: 'count', of: ({ ownerSpan }) => ownerSpan },
      { name: 'Single-threaded', kind: 'text', of: ({ singleThreaded }) => (singleThreaded ? 'yes' : 'no') },
      { name: 'Leadership', kind: 'text', of: ({ leadership }) => leadership },
      { name: 'Resource control', kind: 'share', of: ({ resourceControl }) => resourceControl },
      { name: 'External blockers', kind: 'count', of: ({ openExternalBlockers }) => openExternalBlockers },
      { name: 'Cross-team blockers', kind: 'count', of: ({ openCrossTeamBlockers }) => openCrossTeamBlockers },
      { name: 'Waiting', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      { name: 'Clock waiting', kind: 'wait', of: ({ clockWaitingMs }) => clockWaitingMs },
      { name: 'Stalled', kind: 'wait', of: ({ stalledMs }) => stalledMs },
      { name: 'Priority inversions', kind: 'count', of: ({ priorityInversions }) => priorityInversions },
      { name: 'Date conflicts', kind: 'count', of: ({ dateConflicts }) => dateConflicts },
      { name: 'Open issues', kind: 'count', of: ({ openIssues }) => openIssues },
      { name: 'Dedicated contributors', kind: 'count', of: ({ contributions }) => contributions.dedicated },
      { name: 'Start', kind: 'day', of: ({ startOn }) => startOn },
      { name: 'Target', kind: 'day', of: ({ targetOn }) => targetOn },
    ],
    initiatives,
  );
}

/** A column that tells whose row it is, for tables that hold those of all initiatives. */
const whose: Part<unknown> = { name: 'Initiative', kind: 'text', of: (_item, initiative) => initiative.name };

interface Part<T> {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (item: T, initiative: PackInitiative) => Cell;
}

function partsTable<T>(
  name: string,
  initiatives: readonly PackInitiative[],
  list: (initiative: PackInitiative) => readonly T[],
  columns: readonly Part<T>[],
): Table {
  const parts: { item: T; initiative: PackInitiative }[] = initiatives.flatMap((initiative) =>
    list(initiative).map((item) => ({ item, initiative })),
  );
  return tableOf(
    name,
    columns.map(({ name: title, kind, of }) => ({
      name: title,
      kind,
      of: (part: (typeof parts)[number]) => of(part.item, part.initiative),
    })),
    parts,
  );
}

type Shown = readonly PackInitiative[];
const withName = <T>(columns: readonly Part<T>[], initiatives: Shown): readonly Part<T>[] =>
  initiatives.length === 1 ? columns : [whose, ...columns];

export function neededTeamsTable(initiatives: Shown): Table {
  return partsTable(
    'Teams needed',
    initiatives,
    ({ teams }) => teams,
    withName<PackInitiative['teams'][number]>(
      [
        { name: 'Team', kind: 'text', of: ({ name }) => name },
        { name: 'In play', kind: 'duration', of: ({ inPlayMs }) => inPlayMs },
        { name: 'Waiting', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      ],
      initiatives,
    ),
  );
}

export function blockersTable(initiatives: Shown): Table {
  return partsTable(
    'Blockers now',
    initiatives,
    ({ blockers }) => blockers,
    withName<PackInitiative['blockers'][number]>(
      [
        { name: 'Blocker', kind: 'text', of: ({ blocker }) => blocker.key },
        { name: 'Title', kind: 'text', of: ({ blocker }) => blocker.title },
        { name: 'Team', kind: 'text', of: ({ blocker }) => blocker.teamName },
        { name: 'Status', kind: 'text', of: ({ blocker }) => blocker.statusName ?? blocker.category },
        { name: 'Held by', kind: 'text', of: ({ blocker }) => blocker.assignee?.name ?? null },
        { name: 'External', kind: 'text', of: ({ external }) => (external ? 'yes' : 'no') },
        { name: 'Age', kind: 'wait', of: ({ ageMs }) => ageMs },
        { name: 'Blocks', kind: 'text', of: ({ blocked }) => blocked.map(({ key }) => key).join(', ') },
        { name: 'Address', kind: 'text', of: ({ blocker }) => blocker.url },
      ],
      initiatives,
    ),
  );
}

export function dateConflictsTable(initiatives: Shown): Table {
  return partsTable(
    'Date conflicts',
    initiatives,
    ({ conflicts }) => conflicts.dates,
    withName<PackInitiative['conflicts']['dates'][number]>(
      [
        { name: 'Blocker', kind: 'text', of: ({ blocker }) => blocker.key },
        { name: 'Due', kind: 'day', of: ({ blockerDue }) => blockerDue.on },
        { name: 'Blocks', kind: 'text', of: ({ blocked }) => blocked.key },
        { name: 'Which is due', kind: 'day', of: ({ blockedDue }) => blockedDue?.on ?? null },
        { name: 'Target', kind: 'day', of: ({ targetOn }) => targetOn },
      ],
      initiatives,
    ),
  );
}

export function inversionsTable(initiatives: Shown): Table {
  return partsTable(
    'Priority inversions',
    initiatives,
    ({ conflicts }) => conflicts.inversions,
    withName<PackInitiative['conflicts']['inversions'][number]>(
      [
        { name: 'Blocker', kind: 'text', of: ({ blocker }) => blocker.key },
        { name: 'Team', kind: 'text', of: ({ blocker }) => blocker.teamName },
        { name: 'Its priority', kind: 'count', of: ({ blockerPriority }) => blockerPriority },
        { name: 'Blocks', kind: 'text', of: ({ blocked }) => blocked.key },
        { name: 'Priority of that', kind: 'count', of: ({ blockedPriority }) => blockedPriority },
        { name: 'Ranks lower by', kind: 'text', of: ({ reasons }) => reasons.join(', ') },
      ],
      initiatives,
    ),
  );
}

export function decisionsTable(initiatives: Shown): Table {
  return partsTable(
    'Decisions asked for',
    initiatives,
    ({ decisions }) => decisions,
    withName<PackInitiative['decisions'][number]>([{ name: 'Decision', kind: 'text', of: ({ text }) => text }], initiatives),
  );
}
