import type { Plans } from '@speedtax/domain/reference/conflicts.ts';
import type { Company } from '@speedtax/tracker-twin';

/** What stands written in the twin's company at an instant, in the words of the literal reference. */
export function plansOfCompany(company: Company, now: number): Plans {
  const cycles = company.cycles.all;
  const running = cycles.filter((cycle) => cycle.startsAt <= now && now < cycle.endsAt);
  return {
    issues: new Map(
      company.issues.all.map((issue) => [
        issue.id,
        {
          priority: issue.priority,
          cycle: issue.cycle?.id ?? null,
          dueOn: issue.dueDate,
          projectTargetOn: issue.project?.targetDate ?? null,
        },
      ]),
    ),
    cycleEndsOn: new Map(cycles.map((cycle) => [cycle.id, new Date(cycle.endsAt - 1).toISOString().slice(0, 10)])),
    cycleOfTeam: new Map(running.map((cycle) => [cycle.team.id, cycle.id])),
    initiativeTargetOn: new Map(company.initiatives.all.flatMap(({ id, targetDate }) => (targetDate === null ? [] : [[id, targetDate]]))),
  };
}
