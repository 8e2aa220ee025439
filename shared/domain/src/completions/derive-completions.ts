import { type CompletionColumns, completionFlag, type EpisodeColumns } from '../analysis/analysis.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';
import { type Company, issueFlag, type StepColumns } from '../facts/company.ts';
import { statusCategoryCode } from '../facts/status-category.ts';

/**
 * Every time an issue entered `completed`, up to `now`, by the team that owned it then; without a known team it is nobody's.
 * Waited: at any time before, whichever team owned it. Reopened: later back to an open category.
 */
export function deriveCompletions({ issues }: Company, episodes: EpisodeColumns, now: number): CompletionColumns {
  const issue = makeInts();
  const team = makeInts();
  const at = makeFloats();
  const flags = makeBytes();
  const firstWaitAt = findFirstWaits(episodes, issues.count);
  const { status } = issues;

  for (let i = 0; i < issues.count; i++) {
    let wasCompleted = false;
    let firstOfIssue = issue.length;
    for (let row = status.offset[i]!; row < status.offset[i + 1]!; row++) {
      const isFirst = row === status.offset[i];
      const instant = isFirst ? issues.createdAt[i]! : Math.max(status.at[row]!, issues.createdAt[i]!);
      if (instant > now) break;
      if (isOvertaken(status, row, i, instant)) continue;
      const category = status.value[row]!;
      if (category >= 0 && category <= statusCategoryCode.started) {
        for (; firstOfIssue < issue.length; firstOfIssue++) flags.view()[firstOfIssue]! |= completionFlag.reopened;
      }
      const isCompleted = category === statusCategoryCode.completed;
      const owner = isCompleted && !wasCompleted ? valueAt(issues.team, i, instant) : -1;
      wasCompleted = isCompleted;
      if (owner < 0) continue;
      issue.push(i);
      team.push(owner);
      at.push(instant);
      flags.push(
        (firstWaitAt[i]! < instant ? completionFlag.waited : 0) | ((issues.flags[i]! & issueFlag.defect) !== 0 ? completionFlag.defect : 0),
      );
    }
  }
  return { count: issue.length, issue: issue.view(), team: team.view(), at: at.view(), flags: flags.view() };
}

/** Another step at the same instant follows: the last one holds. */
function isOvertaken({ offset, at }: StepColumns, row: number, issue: number, instant: number): boolean {
  return row + 1 < offset[issue + 1]! && at[row + 1]! <= instant;
}

function valueAt({ offset, at, value }: StepColumns, issue: number, instant: number): number {
  const begin = offset[issue]!;
  let row = offset[issue + 1]! - 1;
  while (row > begin && at[row]! > instant) row--;
  return row < begin ? -1 : value[row]!;
}

function findFirstWaits({ count, issue, from }: EpisodeColumns, issueCount: number): Float64Array {
  const first = new Float64Array(issueCount).fill(Infinity);
  for (let row = 0; row < count; row++) first[issue[row]!] = Math.min(first[issue[row]!]!, from[row]!);
  return first;
}
