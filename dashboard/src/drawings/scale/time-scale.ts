import { percent, type Stretch } from './percent.ts';

/** Maps instants (epoch ms) between two ends onto percent of a drawing's width. */
export interface TimeScale {
  fromMs: number;
  toMs: number;
}

export interface TimeTick {
  x: number;
  text: string;
}

export function placeInstant(scale: TimeScale, atMs: number): number {
  return percent(clamp(atMs, scale) - scale.fromMs, scale.toMs - scale.fromMs);
}

export function placeInterval(scale: TimeScale, fromMs: number, toMs: number): Stretch {
  const x = placeInstant(scale, fromMs);
  return { x, width: Math.max(0, Math.round((placeInstant(scale, toMs) - x) * 100) / 100) };
}

/** At most eight round instants, in UTC: hours, days, weeks from Monday, months or years, whichever fits. */
export function timeTicks(scale: TimeScale): TimeTick[] {
  const spanMs = scale.toMs - scale.fromMs;
  if (spanMs <= 0) return [];
  const step = steps.find((each) => spanMs / each.aboutMs <= mostTicks - 1) ?? widestStep;
  const ticks: TimeTick[] = [];
  for (let at = step.first(scale.fromMs), count = 0; at <= scale.toMs && count < 100; at = step.next(at), count += 1) {
    if (at >= scale.fromMs) ticks.push({ x: placeInstant(scale, at), text: step.text(at) });
  }
  return ticks;
}

const mostTicks = 8;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// The epoch fell on a Thursday; weeks begin on the Monday after.
const firstMondayMs = 4 * dayMs;

interface Step {
  aboutMs: number;
  first: (fromMs: number) => number;
  next: (atMs: number) => number;
  text: (atMs: number) => string;
}

const widestStep = monthStep(60);
const steps: Step[] = [
  evenStep(hourMs, 0, clock),
  evenStep(3 * hourMs, 0, clock),
  evenStep(12 * hourMs, 0, clock),
  evenStep(dayMs, 0, dayOfMonth),
  evenStep(2 * dayMs, 0, dayOfMonth),
  evenStep(7 * dayMs, firstMondayMs, dayOfMonth),
  evenStep(14 * dayMs, firstMondayMs, dayOfMonth),
  monthStep(1),
  monthStep(2),
  monthStep(3),
  monthStep(6),
  monthStep(12),
  monthStep(24),
  widestStep,
];

function evenStep(stepMs: number, originMs: number, text: (atMs: number) => string): Step {
  return { aboutMs: stepMs, first: (from) => Math.ceil((from - originMs) / stepMs) * stepMs + originMs, next: (at) => at + stepMs, text };
}

function monthStep(months: number): Step {
  const aligned = (atMs: number, steps: number) => {
    const at = new Date(atMs);
    const index = Math.floor((at.getUTCFullYear() * 12 + at.getUTCMonth()) / months) * months + steps * months;
    return Date.UTC(Math.floor(index / 12), index % 12, 1);
  };
  return {
    aboutMs: months * 30.44 * dayMs,
    first: (from) => (aligned(from, 0) >= from ? aligned(from, 0) : aligned(from, 1)),
    next: (at) => aligned(at, 1),
    text: months >= 12 ? (at) => String(new Date(at).getUTCFullYear()) : monthText,
  };
}

function clamp(atMs: number, { fromMs, toMs }: TimeScale): number {
  return Math.min(toMs, Math.max(fromMs, atMs));
}

function clock(atMs: number): string {
  return new Date(atMs).getUTCHours() === 0 ? dayOfMonth(atMs) : clockText.format(atMs);
}
function dayOfMonth(atMs: number): string {
  return dayText.format(atMs);
}
function monthText(atMs: number): string {
  return new Date(atMs).getUTCMonth() === 0 ? `Jan ${new Date(atMs).getUTCFullYear()}` : monthName.format(atMs);
}
const clockText = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const dayText = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
