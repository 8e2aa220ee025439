import type { PackInitiative, PlanningPack } from '@speedtax/contract';
import { formatDuration, formatIssueDays, formatShare } from '@speedtax/contract/words';
import { blockersTable, dateConflictsTable, initiativesTable, inversionsTable, neededTeamsTable } from '../tables/initiative-tables.ts';
import { pairsTable } from '../tables/team-tables.ts';
import type { Part, Section } from './document.ts';
import { viewTable } from './view-table.ts';

const rowsOfEach = 10;

/** All initiatives in one table, and then one page for each. */
export function initiativeSections(pack: PlanningPack): Section[] {
  const { initiatives, initiativesLeftOut } = pack;
  const unowned = initiatives.filter(
    ({ ownership, status }) => status === 'active' && (ownership === 'unowned' || ownership === 'diluted'),
  );
  const active = initiatives.filter(({ status }) => status === 'active');
  return [
    {
      title: 'Initiatives',
      level: 1,
      onNewPage: true,
      sentences: [
        `Of ${active.length} active initiatives ${active.filter(({ singleThreaded }) => singleThreaded).length} have a single-threaded leader; ${unowned.length} have nobody, or several, to answer for them.`,
        ...(initiativesLeftOut > 0 ? [`${initiativesLeftOut} more, with less waiting, are left out.`] : []),
      ],
      tables: [
        viewTable(
          initiativesTable(pack),
          ['Initiative', 'Status', 'Ownership', 'Accountable', 'Leadership', 'External blockers', 'Waiting', 'Stalled', 'Target'],
          200,
        ),
      ],
    },
    ...initiatives.map((initiative) => initiativeSection(pack, initiative)),
  ];
}

function initiativeSection({ pairs }: PlanningPack, initiative: PackInitiative): Section {
  const teamIds = new Set(initiative.teams.map(({ teamId }) => teamId));
  const among = pairs
    .filter(({ waitingTeamId, waitingMs }) => teamIds.has(waitingTeamId) && waitingMs > 0)
    .toSorted((a, b) => b.waitingMs - a.waitingMs);
  const tables = [
    viewTable(neededTeamsTable([initiative]), ['Team', 'In play', 'Waiting'], rowsOfEach),
    viewTable(blockersTable([initiative]), ['Blocker', 'Title', 'Team', 'Status', 'Held by', 'Age', 'Blocks'], rowsOfEach),
    viewTable(dateConflictsTable([initiative]), ['Blocker', 'Due', 'Blocks', 'Which is due', 'Target'], rowsOfEach),
    viewTable(inversionsTable([initiative]), ['Blocker', 'Team', 'Its priority', 'Blocks', 'Priority of that'], rowsOfEach),
    viewTable(
      pairsTable(among, 'What its teams wait on, in all their work'),
      ['Waiting team', 'Blocking team', 'Waiting', 'Unaccepted', 'Queued', 'In work', 'Half done in', '85 % done in', 'n'],
      rowsOfEach,
    ),
  ];
  return {
    title: initiative.name,
    level: 2,
    onNewPage: true,
    sentences: [sayVerdict(initiative), sayWaiting(initiative)],
    ...(initiative.decisions.length > 0 && { list: initiative.decisions.map(({ text }) => text) }),
    ...drawCourse(initiative),
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

/** Who is accountable, and the evidence. */
function sayVerdict({ ownership, accountable, ownerSpan, singleThreaded, leadership, resourceControl, rotating }: PackInitiative): string {
  const names = accountable.map(({ name }) => name).join(', ');
  const turning = rotating ? ' The owner changed twice or more in 90 days.' : '';
  if (ownership === 'unowned') return `Nobody is accountable.${turning}`;
  if (ownership === 'diluted') return `Nobody alone is accountable: ${names} lead its unfinished projects.${turning}`;
  const how = ownership === 'single' ? 'is named as the owner' : 'is the only lead of its unfinished projects';
  const span = singleThreaded
    ? ' and has only this initiative'
    : ownerSpan !== null && ownerSpan > 1
      ? ` and is accountable for ${ownerSpan} active initiatives`
      : '';
  const control =
    resourceControl === null
      ? ' How much of the work is in the owner’s own teams is not known.'
      : ` ${formatShare(resourceControl)} of the work is in the owner’s own teams (${leadership}).`;
  return `${names} ${how}${span}.${control}${turning}`;
}

function sayWaiting({ waitingMs, clockWaitingMs, stalledMs, openExternalBlockers, openCrossTeamBlockers }: PackInitiative): string {
  const now = `${openCrossTeamBlockers} open ${openCrossTeamBlockers === 1 ? 'issue blocks' : 'issues block'} it across teams now, ${openExternalBlockers} from outside.`;
  if (waitingMs === 0) return `It did not wait on other teams. ${now}`;
  const stalled = stalledMs > 0 ? `, and stood still for ${formatDuration(stalledMs)}` : '';
  return `It waited ${formatIssueDays(waitingMs)}; somebody in it waited for ${formatDuration(clockWaitingMs)}${stalled}. ${now}`;
}

/** The calendar time from its start on, in its five parts. */
function drawCourse({ course: { parts } }: PackInitiative): Pick<Section, 'drawing'> {
  if (parts === null) return {};
  const named: { name: string; meaning: Part['meaning']; ms: number }[] = [
    { name: 'working', meaning: 'working', ms: parts.workingMs },
    { name: 'waiting on others', meaning: 'waiting', ms: parts.waitingOnOthersMs },
    { name: 'waiting inside the team', meaning: 'stalled', ms: parts.waitingInsideMs },
    { name: 'idle', meaning: 'quiet', ms: parts.idleMs },
    { name: 'not started', meaning: 'quiet', ms: parts.notStartedMs },
  ];
  const total = named.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return {};
  const drawn = named
    .filter(({ ms }) => ms > 0)
    .map(({ name, meaning, ms }) => ({ name, meaning, share: ms / total, text: formatDuration(ms) }));
  return { drawing: { kind: 'parts', alt: drawn.map(({ name, text }) => `${name} ${text}`).join(', '), parts: drawn } };
}
