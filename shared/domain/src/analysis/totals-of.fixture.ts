import { dayMs, type OrganizationClock } from '../clock/organization-clock.ts';
import type { Company } from '../facts/company.ts';
import { sumWindow } from '../sums/sum-window.ts';
import { type Analysis, measuresOf, type SumSubject } from './analysis.ts';

interface TotalsWindow {
  readonly fromDay: number;
  readonly toDay: number;
  readonly clock: OrganizationClock;
  readonly now: number;
}

/** The sums of a window by name and in days, as a story tells them. */
export function totalsOf(company: Company, analysis: Analysis, { clock, now, ...window }: TotalsWindow) {
  const sums = (subject: SumSubject) => {
    const daily = analysis.sums[subject];
    const open = analysis.openSums[subject];
    const measures: readonly string[] = measuresOf[subject];
    const ended = Array.from(daily.day, (day, row) => ({
      day,
      key: `${daily.a[row]} ${daily.b[row]}`,
      values: Object.fromEntries(measures.map((measure, m) => [measure, daily.values[m]![row]!])),
    }));
    const growing = Array.from(open.sinceDay, (sinceDay, row) => ({
      sinceDay,
      key: `${open.a[row]} ${open.b[row]}`,
      measure: measures[open.measure[row]!]!,
      weight: open.weight[row]!,
      offsetMs: open.offsetMs[row]!,
    }));
    const totals = sumWindow(clock, window, now, ended, growing);
    return (a: number, b: number): Record<string, number> =>
      Object.fromEntries(measures.map((measure) => [measure.replace(/Ms$/, ''), (totals.get(`${a} ${b}`)?.[measure] ?? 0) / dayMs]));
  };
  const [team, pair, initiative, initiativeTeam] = [sums('team'), sums('pair'), sums('initiative'), sums('initiativeTeam')];
  const initiativeFlag = sums('initiativeFlag');
  const { teams, initiatives } = company.ids;
  return {
    team: (id: string) => team(teams.indexOf(id), -1),
    pair: (waiting: string, blocking: string) => pair(teams.indexOf(waiting), teams.indexOf(blocking)),
    initiative: (id: string) => initiative(initiatives.indexOf(id), -1),
    initiativeFlag: (id: string) => initiativeFlag(initiatives.indexOf(id), -1),
    initiativeTeam: (id: string, teamId: string) => initiativeTeam(initiatives.indexOf(id), teams.indexOf(teamId)),
  };
}
