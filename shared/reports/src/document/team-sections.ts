import type { PackTeam, PlanningPack } from '@speedtax/contract';
import { formatDays, formatDuration, formatIssueDays, formatShare, formatShareRange } from '@speedtax/contract/words';
import { pairsTable, teamsTable } from '../tables/team-tables.ts';
import type { LedgerRow, Section } from './document.ts';
import { viewTable } from './view-table.ts';

const ledgerRows = 40;
const pairRows = 12;
const pairColumns = ['Waiting', 'At the root', 'Unaccepted', 'Queued', 'In work', 'Issues', 'Half done in', '85 % done in', 'n'];

/** All teams on one page, and then a page for each that paid or was owed something. */
export function teamSections(pack: PlanningPack): Section[] {
  const ranked = pack.teams.toSorted((a, b) => b.waitingMs + b.imposedMs - (a.waitingMs + a.imposedMs));
  const concerned = ranked.filter(({ waitingMs, imposedMs }) => waitingMs + imposedMs > 0);
  return [
    {
      title: 'Teams',
      level: 1,
      onNewPage: true,
      sentences: [
        `${concerned.length} of ${pack.teams.length} teams waited on another or were waited on. What is paid in all is what is imposed in all.`,
      ],
      drawing: { kind: 'ledger', alt: 'Tax paid to the left, imposed to the right, by team', rows: ledgerOf(ranked.slice(0, ledgerRows)) },
      tables: [
        viewTable(
          teamsTable(pack),
          ['Team', 'Paid', 'Paid before', 'Imposed', 'Imposed before', 'Speed tax', 'Speed tax before', 'Waiting now', 'Autonomy'],
          200,
        ),
      ],
    },
    ...concerned.map((team) => teamSection(pack, team)),
  ];
}

function teamSection({ pairs }: PlanningPack, team: PackTeam): Section {
  const paid = pairs.filter(({ waitingTeamId, waitingMs }) => waitingTeamId === team.teamId && waitingMs > 0);
  const imposed = pairs.filter(({ blockingTeamId, waitingMs }) => blockingTeamId === team.teamId && waitingMs > 0);
  const longest = (one: typeof paid) => one.toSorted((a, b) => b.waitingMs - a.waitingMs);
  return {
    title: team.name,
    level: 2,
    onNewPage: true,
    sentences: [sayTeam(team), ...sayNow(team)],
    tables: [
      ...(paid.length > 0
        ? [viewTable(pairsTable(longest(paid), `${team.name} waits on`), ['Blocking team', ...pairColumns], pairRows)]
        : []),
      ...(imposed.length > 0
        ? [viewTable(pairsTable(longest(imposed), `Waiting on ${team.name}`), ['Waiting team', ...pairColumns], pairRows)]
        : []),
    ],
  };
}

function sayTeam({ name, waitingMs, imposedMs, speedTax, speedTaxLow, speedTaxHigh, before }: PackTeam): string {
  const was = before === null ? '' : `; ${formatDays(before.waitingMs)} and ${formatDays(before.imposedMs)} in the range before`;
  const tax =
    speedTax === null ? 'nothing in play' : `a speed tax of ${formatShare(speedTax)} (${formatShareRange(speedTaxLow, speedTaxHigh)})`;
  return `${name} paid ${formatIssueDays(waitingMs)} and imposed ${formatDays(imposedMs)}${was}: ${tax}.`;
}

function sayNow({ waitingNow, episodes, autonomy, completed }: PackTeam): string[] {
  const waits =
    episodes.medianMs === null
      ? []
      : [
          `Half of its ${episodes.count} waits were over in ${formatDuration(episodes.medianMs)}, 85 % in ${formatDuration(episodes.p85Ms ?? 0)}.`,
        ];
  const free = autonomy === null ? [] : [`Of ${completed} completed issues ${formatShare(autonomy)} never waited.`];
  return [`${waitingNow} of its issues wait now.`, ...waits, ...free];
}

function ledgerOf(teams: readonly PackTeam[]): LedgerRow[] {
  const longest = Math.max(1, ...teams.map(({ waitingMs, imposedMs }) => Math.max(waitingMs, imposedMs)));
  return teams.map(({ name, waitingMs, imposedMs }) => ({
    name,
    paid: waitingMs / longest,
    imposed: imposedMs / longest,
    paidText: formatDays(waitingMs),
    imposedText: formatDays(imposedMs),
  }));
}
