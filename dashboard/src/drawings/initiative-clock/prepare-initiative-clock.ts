import type { InitiativeTimeline } from '@speedtax/contract';
import { formatDay } from '../../words/instant.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import type { Stretch } from '../scale/percent.ts';
import { placeInstant, placeInterval, type TimeScale, type TimeTick, timeTicks } from '../scale/time-scale.ts';
import { clockTable } from './clock-table.ts';
import { groupWeeks } from './group-weeks.ts';
import { type AlertMark, type ClockAlert, markAlerts } from './mark-alerts.ts';
import { type Flag, raiseFlags } from './raise-flags.ts';

export interface ClockWeek {
  stretch: Stretch;
  /** Shares of a whole week, stacked from the bottom: stalled, waiting, working. */
  stalled: number;
  waiting: number;
  working: number;
  says: string;
}

export interface InitiativeClock {
  weeks: ClockWeek[];
  flags: Flag[];
  flagLanes: number;
  /** "6 of 23 blockers" where some found no room. */
  flagsLeftOut: string | null;
  ticks: TimeTick[];
  /** Where the data ends. */
  today: { x: number; text: string } | null;
  /** The target; `beyond` when it lies after what is drawn. */
  target: { x: number; text: string; beyond: boolean; missed: boolean } | null;
  start: { x: number; text: string } | null;
  alerts: AlertMark[];
  sentence: string;
  empty: boolean;
  table: DrawingTable;
}

export interface ClockPlan {
  startOn: string | null;
  targetOn: string | null;
  teamName: (teamId: string) => string;
  issueHref: (issueId: string) => string;
  /** Alerts of the initiative, any order. */
  alerts?: readonly ClockAlert[];
}

/** How far past its days the calendar reaches to show a target, in share of them. */
const mostLookAhead = 0.5;
/** Room at the right, so that what is still going on does not look cut. */
const openEndShare = 0.04;

/** The initiative's life week by week: how long it worked, how long somebody waited, how long all of it did. */
export function prepareInitiativeClock(timeline: InitiativeTimeline, plan: ClockPlan): InitiativeClock {
  const scale = measureCalendar(timeline, plan.targetOn);
  const weeks = groupWeeks(timeline.days);
  const flags = raiseFlags(timeline, scale, plan);
  return {
    weeks: weeks.map((week) => ({
      stretch: placeInterval(scale, week.fromMs, week.toMs),
      stalled: week.stalledDays / 7,
      waiting: week.waitingDays / 7,
      working: week.workingDays / 7,
      says: `week of ${formatDay(week.from)}: ${sayDays(week.workingDays)} working, ${sayDays(week.waitingDays)} somebody waiting, ${sayDays(week.stalledDays)} stalled`,
    })),
    flags: flags.shown,
    flagLanes: flags.lanes,
    flagsLeftOut: flags.shown.length < flags.all ? `${flags.shown.length} of ${flags.all} blockers` : null,
    ticks: timeTicks(scale),
    today:
      timeline.dataCutOff === null
        ? null
        : { x: placeInstant(scale, Date.parse(timeline.dataCutOff)), text: formatDay(timeline.dataCutOff) },
    target: prepareTarget(timeline, plan.targetOn, scale),
    start:
      plan.startOn === null || Date.parse(plan.startOn) < scale.fromMs
        ? null
        : { x: placeInstant(scale, Date.parse(plan.startOn)), text: formatDay(plan.startOn) },
    alerts: markAlerts(plan.alerts ?? [], scale),
    sentence: sayClock(weeks),
    empty: timeline.days.every((day) => day.inPlayMs === 0 && day.clockWaitingMs === 0),
    table: clockTable(weeks),
  };
}

function measureCalendar({ from, to }: InitiativeTimeline, targetOn: string | null): TimeScale {
  const fromMs = Date.parse(from);
  const toMs = Math.max(Date.parse(to), fromMs + 1);
  const targetMs = targetOn === null ? toMs : Date.parse(targetOn);
  const inSight = targetMs <= toMs + (toMs - fromMs) * mostLookAhead;
  return { fromMs, toMs: (inSight ? Math.max(toMs, targetMs) : toMs) + (toMs - fromMs) * openEndShare };
}

function prepareTarget({ dataCutOff, to }: InitiativeTimeline, targetOn: string | null, scale: TimeScale): InitiativeClock['target'] {
  if (targetOn === null) return null;
  const atMs = Date.parse(targetOn);
  const nowMs = Date.parse(dataCutOff ?? to);
  return { x: placeInstant(scale, atMs), text: formatDay(targetOn), beyond: atMs > scale.toMs, missed: atMs < nowMs };
}

function sayClock(weeks: ReturnType<typeof groupWeeks>): string {
  const sum = (of: 'workingDays' | 'waitingDays' | 'stalledDays') => weeks.reduce((total, week) => total + week[of], 0);
  return `${sayDays(sum('workingDays'))} working, ${sayDays(sum('waitingDays'))} with somebody waiting, ${sayDays(sum('stalledDays'))} stalled`;
}

function sayDays(days: number): string {
  const rounded = days >= 9.95 ? Math.round(days) : Math.round(days * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}
