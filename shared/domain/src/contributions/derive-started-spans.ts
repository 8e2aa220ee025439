import type { StartedSpanColumns } from '../analysis/analysis.ts';
import { floats, ints, makeRows } from '../columns/growing-rows.ts';
import type { StepColumns } from '../facts/company.ts';
import { statusCategoryCode } from '../facts/status-category.ts';
import { categoryOf, type IssueState } from '../history/issue-state.ts';
import { type Lifelines, rowAt } from '../history/lifelines.ts';

/** Who worked on what, and when: an issue's started time by the person it was assigned to. Nobody's is told too, as −1. */
export function deriveStartedSpans({ offset, at, state }: Lifelines, assignee: StepColumns | undefined): StartedSpanColumns {
  const rows = makeSpanRows(offset.length);
  for (let issue = 0; issue + 1 < offset.length; issue++) {
    const end = offset[issue + 1]!;
    for (let row = offset[issue]!; row < end; ) {
      if (!isStarted(state[row]!)) {
        row++;
        continue;
      }
      const from = at[row]!;
      while (row < end && isStarted(state[row]!)) row++;
      cutByAssignee(assignee, issue, from, row < end ? at[row]! : Infinity, rows.push);
    }
  }
  return rows.columns();
}

function cutByAssignee(
  assignee: StepColumns | undefined,
  issue: number,
  from: number,
  to: number,
  push: (issue: number, person: number, from: number, to: number) => void,
): void {
  if (assignee === undefined) {
    push(issue, -1, from, to);
    return;
  }
  const first = assignee.offset[issue]!;
  const end = assignee.offset[issue + 1]!;
  // The first value holds from creation on, whatever its instant.
  let row = Math.max(first, rowAt(assignee.offset, assignee.at, issue, from));
  let person = row < end ? assignee.value[row]! : -1;
  let begun = from;
  for (row++; row < end && assignee.at[row]! < to; row++) {
    if (row + 1 < end && assignee.at[row + 1] === assignee.at[row]) continue;
    if (assignee.value[row] === person) continue;
    if (assignee.at[row]! > begun) push(issue, person, begun, assignee.at[row]!);
    begun = Math.max(begun, assignee.at[row]!);
    person = assignee.value[row]!;
  }
  push(issue, person, begun, to);
}

function isStarted(state: IssueState): boolean {
  return categoryOf(state) === statusCategoryCode.started;
}

function makeSpanRows(capacity: number) {
  const rows = makeRows({ issue: ints(capacity), person: ints(capacity), from: floats(capacity), to: floats(capacity) });
  const { columns } = rows;
  return {
    push(issue: number, person: number, from: number, to: number): void {
      const row = rows.next();
      columns.issue[row] = issue;
      columns.person[row] = person;
      columns.from[row] = from;
      columns.to[row] = to;
    },
    columns: (): StartedSpanColumns => ({ count: rows.count, ...rows.views() }),
  };
}
