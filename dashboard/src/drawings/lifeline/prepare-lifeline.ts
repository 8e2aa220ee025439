import type { IssueWaits } from '@speedtax/contract';
import { formatDuration, formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { formatInstant } from '../../words/instant.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import type { Stretch } from '../scale/percent.ts';
import { placeInstant, placeInterval, type TimeScale, type TimeTick, timeTicks } from '../scale/time-scale.ts';
import { lifelineTable } from './lifeline-table.ts';
import { type BlockingLane, prepareLanes } from './prepare-lanes.ts';
import { type Marker, spaceLabels } from './space-labels.ts';

export type BandLook = 'before' | 'unstarted' | 'started' | 'completed' | 'canceled' | 'unknown';

export interface Band {
  id: string;
  stretch: Stretch;
  look: BandLook;
  name: string;
  /** The band in a sentence, for hover and screen readers. */
  says: string;
}

export interface Wait {
  id: string;
  stretch: Stretch;
  dragging: boolean;
  open: boolean;
  says: string;
}

export interface Lifeline {
  title: string;
  lanes: BlockingLane[];
  /** "12 of 30 blocking teams" where there are more than fit. */
  lanesLeftOut: string | null;
  waits: Wait[];
  bands: Band[];
  teams: Marker[];
  owners: Marker[];
  ticks: TimeTick[];
  /** Where the data ends, while the issue is open; nothing is known beyond. */
  cutOff: { x: number; text: string } | null;
  sentence: string;
  table: DrawingTable;
}

/** The teams waited for longest; the table has all of them. */
const mostLanes = 12;
/** Room after the last instant for what is still going on, in share of the whole. */
const openEndShare = 0.05;

/** One issue on one line of time: who blocked it above, what it did on the line, who had it below. */
export function prepareLifeline(issue: IssueWaits, issueHref: (issueId: string) => string): Lifeline {
  const { scale, endMs } = measureTime(issue);
  const lanes = prepareLanes(issue, scale, endMs, issueHref);
  return {
    title: `${issue.issue.key} ${issue.issue.title}`,
    lanes: lanes.slice(0, mostLanes),
    lanesLeftOut: lanes.length > mostLanes ? `${mostLanes} of ${lanes.length} blocking teams` : null,
    waits: prepareWaits(issue, scale, endMs),
    bands: issue.statuses.map((status, index) => ({ id: String(index), ...prepareBand(status, scale, endMs) })),
    teams: spaceLabels(
      issue.teams.map((step) => ({ atMs: Date.parse(step.from), text: step.value?.name ?? 'no team' })),
      scale,
    ),
    owners: spaceLabels(
      issue.assignees.map((step) => ({ atMs: Date.parse(step.from), text: step.value?.name ?? 'nobody' })),
      scale,
    ),
    ticks: timeTicks(scale),
    cutOff:
      issue.closedAt === null
        ? { x: placeInstant(scale, endMs), text: `data until ${formatInstant(new Date(endMs).toISOString())}` }
        : null,
    sentence: sayLife(issue, endMs),
    table: lifelineTable(issue, issueHref),
  };
}

function measureTime(issue: IssueWaits): { scale: TimeScale; endMs: number } {
  const fromMs = Date.parse(issue.createdAt);
  const known = [
    issue.createdAt,
    issue.closedAt,
    issue.closedAt === null ? issue.dataCutOff : null,
    ...issue.statuses.map((step) => step.from),
    ...issue.intervals.map((wait) => wait.to ?? wait.from),
  ];
  const endMs = Math.max(...known.flatMap((instant) => (instant === null ? [] : Date.parse(instant))));
  const spanMs = Math.max(endMs - fromMs, 1);
  return { scale: { fromMs, toMs: endMs + spanMs * openEndShare }, endMs };
}

function prepareWaits(issue: IssueWaits, scale: TimeScale, endMs: number): Wait[] {
  return issue.intervals.map((wait, index) => ({
    id: String(index),
    stretch: placeInterval(scale, Date.parse(wait.from), wait.to === null ? endMs : Date.parse(wait.to)),
    dragging: wait.phase === 'dragging',
    open: wait.to === null,
    says: `${wait.phase}, waiting on ${wait.blockedBy.map((blocker) => blocker.teamName).join(' and ')} for ${formatDuration(wait.durationMs)}${wait.to === null ? ' so far' : ''}`,
  }));
}

function prepareBand(status: IssueWaits['statuses'][number], scale: TimeScale, endMs: number): Omit<Band, 'id'> {
  const fromMs = Date.parse(status.from);
  const toMs = status.to === null ? Math.max(endMs, fromMs) : Date.parse(status.to);
  const look = status.value.category === null ? 'unknown' : looks[status.value.category];
  const closed = look === 'completed' || look === 'canceled';
  const name = status.value.name ?? status.value.category ?? 'unknown status';
  return {
    // A closed issue stays closed: its band runs out of the picture rather than stopping.
    stretch: placeInterval(scale, fromMs, closed && status.to === null ? scale.toMs : toMs),
    look,
    name,
    says: closed
      ? `${name} on ${formatInstant(status.from)}`
      : `${name} for ${formatDuration(toMs - fromMs)}, from ${formatInstant(status.from)}`,
  };
}

const looks = {
  triage: 'before',
  backlog: 'before',
  unstarted: 'unstarted',
  started: 'started',
  completed: 'completed',
  canceled: 'canceled',
} as const;

function sayLife(issue: IssueWaits, endMs: number): string {
  const lived = formatDuration(endMs - Date.parse(issue.createdAt));
  const waited =
    issue.waitingMs === 0
      ? 'never waited on another team'
      : `waited ${formatIssueDays(issue.waitingMs)} on other teams (${formatExactMs(issue.waitingMs)})`;
  return `${issue.issue.key}, ${issue.closedAt === null ? `open for ${lived}` : `closed after ${lived}`}, ${waited}.`;
}
