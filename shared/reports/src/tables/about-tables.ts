import type { PlanningPack } from '@speedtax/contract';
import { type Table, tableOf } from './table.ts';

export function deadlocksTable({ deadlocks }: PlanningPack): Table {
  return tableOf<PlanningPack['deadlocks'][number]>(
    'Deadlocks',
    [
      { name: 'Issue', kind: 'text', of: ({ key }) => key },
      { name: 'Title', kind: 'text', of: ({ title }) => title },
      { name: 'Team', kind: 'text', of: ({ teamName }) => teamName },
      { name: 'Status', kind: 'text', of: ({ statusName, category }) => statusName ?? category },
      { name: 'Address', kind: 'text', of: ({ url }) => url },
    ],
    deadlocks,
  );
}

/** What is not known: counted, never guessed. */
export function coverageTable({ coverage }: PlanningPack): Table {
  return tableOf<{ what: string; count: number }>(
    'Coverage',
    [
      { name: 'What', kind: 'text', of: ({ what }) => what },
      { name: 'Count', kind: 'count', of: ({ count }) => count },
    ],
    [
      { what: 'Issues', count: coverage.issues },
      { what: 'Issues without a team', count: coverage.issuesWithoutTeam },
      { what: 'Issues with an unknown status', count: coverage.issuesWithUnknownStatus },
      { what: 'Issues known from their own timestamps only', count: coverage.issuesWithoutHistory },
      { what: 'Issues known only from a link', count: coverage.unseenIssues },
      { what: 'Dependencies', count: coverage.dependencies },
      { what: 'Dependencies with an unknown start, not taxed before it', count: coverage.dependenciesWithUnknownStart },
      { what: 'Problems of the latest sync', count: coverage.problems },
    ],
  );
}

export function definitionsTable({ definitions }: PlanningPack): Table {
  return tableOf<PlanningPack['definitions'][number]>(
    'Definitions',
    [
      { name: 'Term', kind: 'text', of: ({ term }) => term },
      { name: 'Meaning', kind: 'text', of: ({ meaning }) => meaning },
    ],
    definitions,
  );
}

/** Where the figures come from, and how to tell whether another pack has the same. */
export function aboutTable(pack: PlanningPack): Table {
  return tableOf<{ what: string; value: string | null }>(
    'About',
    [
      { name: 'What', kind: 'text', of: ({ what }) => what },
      { name: 'Value', kind: 'text', of: ({ value }) => value },
    ],
    [
      { what: 'Organization', value: pack.organization },
      { what: 'Range', value: `${pack.range.from} to ${pack.range.to} (exclusive)` },
      { what: 'Compared with', value: `${pack.before.from} to ${pack.before.to} (exclusive)` },
      { what: 'Time zone', value: pack.timeZone },
      { what: 'Data cut-off', value: pack.dataCutOff },
      { what: 'Engine version', value: pack.engineVersion },
      { what: 'Digest', value: pack.digest },
    ],
  );
}
