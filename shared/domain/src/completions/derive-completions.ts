import { type CompletionColumns, completionFlag, type EpisodeColumns } from '../analysis/analysis.ts';
import { type Company, issueFlag, type StepColumns } from '../facts/company.ts';
import { statusCategoryCode } from '../facts/status-category.ts';

/**
 * Every time an issue entered `completed`, up to `now`, by the team that owned it then; without a known team it is nobody's.
 * Waited: at any time before, whichever team owned it. Reopened: later back to an open category.
 */
export function deriveCompletions({ issues }: Company, episodes: EpisodeColumns, now: number): CompletionColumns {
  const { status, createdAt } = issues;
  const most = countCompleted(status.value);
  const completions = { issue: new Int32Array(most), team: new Int32Array(most), at: new Float64Array(most), flags: new Uint8Array(most) };
  let count = 0;
  let episode = 0;

  for (let i = 0; i < issues.count; i++) {
    while (episode < episodes.count && episodes.issue[episode]! < i) episode++;
    const firstWaitAt = episodes.issue[episode] === i ? episodes.from[episode]! : Infinity;
    const firstOfIssue = count;
    let wasCompleted = false;
    for (let row = status.offset[i]!; row < status.offset[i + 1]!; row++) {
      const isFirst = row === status.offset[i];
      const instant = isFirst ? createdAt[i]! : Math.max(status.at[row]!, createdAt[i]!);
      if (instant > now) break;
      if (isOvertaken(status, row, i, instant)) continue;
      const category = status.value[row]!;
      if (category >= 0 && category <= statusCategoryCode.started)
        for (let earlier = firstOfIssue; earlier < count; earlier++) completions.flags[earlier]! |= completionFlag.reopened;
      const isCompleted = category === statusCategoryCode.completed;
      const owner = isCompleted && !wasCompleted ? valueAt(issues.team, i, instant) : -1;
      wasCompleted = isCompleted;
      if (owner < 0) continue;
      const isDefect = (issues.flags[i]! & issueFlag.defect) !== 0;
      completions.issue[count] = i;
      completions.team[count] = owner;
      completions.at[count] = instant;
      completions.flags[count++] = (firstWaitAt < instant ? completionFlag.waited : 0) | (isDefect ? completionFlag.defect : 0);
    }
  }
  const { issue, team, at, flags } = completions;
  return {
    count,
    issue: issue.subarray(0, count),
    team: team.subarray(0, count),
    at: at.subarray(0, count),
    flags: flags.subarray(0, count),
  };
}

function countCompleted(category: Int32Array): number {
  let count = 0;
  for (let row = 0; row < category.length; row++) if (category[row] === statusCategoryCode.completed) count++;
  return count;
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
