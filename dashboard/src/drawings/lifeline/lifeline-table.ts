import type { IssueWaits } from '@speedtax/contract';
import { formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatInstant } from '../../words/instant.ts';
import type { DrawingTable, TableCell } from '../frame/drawing-table.ts';

/** Everything on the line as rows in order of time: statuses, teams, owners, and each team's part in each wait. */
export function lifelineTable(issue: IssueWaits, issueHref: (issueId: string) => string): DrawingTable {
  const rows = [
    ...issue.statuses.map((step) => life('status', step.value.name ?? step.value.category ?? 'unknown', step)),
    ...issue.teams.map((step) => life('team', step.value?.name ?? 'no team', step)),
    ...issue.assignees.map((step) => life('assignee', step.value?.name ?? 'nobody', step)),
    ...issue.intervals.flatMap((wait) =>
      wait.blockedBy.map((blocker) => ({
        from: wait.from,
        cells: [
          ...span(wait.from, wait.to),
          { text: `waiting, ${wait.phase}` },
          { text: `${blocker.teamName} (${blocker.anatomy.replace('_', ' ')})` },
          { text: formatDuration(blocker.waitingMs), exact: blocker.waitingMs, exactText: formatExactMs(blocker.waitingMs) },
          blockerCell(blocker.issues, issueHref),
        ] satisfies TableCell[],
      })),
    ),
  ];
  return {
    caption: `The life of ${issue.issue.key}`,
    columns: [
      { name: 'From' },
      { name: 'To' },
      { name: 'What' },
      { name: 'Value' },
      { name: 'Waited', exactName: 'waitingMs', numeric: true },
      { name: 'Blockers' },
    ],
    rows: rows.sort((a, b) => a.from.localeCompare(b.from)).map((row) => row.cells),
  };
}

type Step = { from: string; to: string | null };

function life(what: string, value: string, step: Step): { from: string; cells: TableCell[] } {
  return {
    from: step.from,
    cells: [...span(step.from, step.to), { text: what }, { text: value }, { text: '', exact: null }, { text: '' }],
  };
}

function span(from: string, to: string | null): [TableCell, TableCell] {
  return [
    { text: formatInstant(from), exact: from },
    to === null ? { text: 'still', exact: null } : { text: formatInstant(to), exact: to },
  ];
}

function blockerCell(
  issues: IssueWaits['intervals'][number]['blockedBy'][number]['issues'],
  issueHref: (issueId: string) => string,
): TableCell {
  const [first] = issues;
  const text = issues.map((issue) => issue.key).join(', ');
  return first ? { text, href: issueHref(first.issueId) } : { text };
}
