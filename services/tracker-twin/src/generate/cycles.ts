import type { Company } from '../company/company.ts';
import type { Cycle, Team } from '../company/team.ts';
import { DAY_MS, HISTORY_DAYS, HOUR_MS, startOfDay } from './calendar.ts';

const UPCOMING_CYCLES = 2;
const MAX_CYCLES = 200;

/** Cycles from Monday to Monday of the team's own place, two of them still to come. */
export function makeCycles(company: Company, team: Team): void {
  if (!team.cyclesEnabled) return;
  const { today } = company;
  let from = startOfDay(today - HISTORY_DAYS * DAY_MS);
  while (new Date(from).getUTCDay() !== 1) from -= DAY_MS;
  const lengthMs = team.cycleDuration * 7 * DAY_MS;
  for (let number = 1; number <= MAX_CYCLES; number += 1) {
    const [startsAt, endsAt] = [from, from + lengthMs].map((day) => toMidnight(day, team.timezone));
    if (startsAt === undefined || endsAt === undefined) break;
    if (startsAt > today + UPCOMING_CYCLES * lengthMs) break;
    const isOver = endsAt <= today;
    const cycle: Cycle = {
      id: company.nextId('cycle'),
      number,
      name: null,
      startsAt,
      endsAt,
      completedAt: isOver ? endsAt : null,
      team,
      createdAt: Math.min(startsAt - 2 * lengthMs, today),
      updatedAt: isOver ? endsAt : Math.min(startsAt, today),
      archivedAt: null,
    };
    company.cycles.add(cycle);
    team.cycles.push(cycle);
    from += lengthMs;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
const midnights = new Map<string, number>();

/** The instant of local midnight of a calendar day: cycles move when clocks change. */
function toMidnight(day: number, timezone: string): number {
  const key = `${timezone}/${day}`;
  const midnight = midnights.get(key) ?? deriveMidnight(day, timezone);
  midnights.set(key, midnight);
  return midnight;
}

function deriveMidnight(day: number, timezone: string): number {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  formats.set(timezone, format);
  const [hour, minute] = format.format(day).split(':').map(Number) as [number, number];
  const ahead = hour * HOUR_MS + minute * 60_000;
  return ahead > 12 * HOUR_MS ? day + (24 * HOUR_MS - ahead) : day - ahead;
}
