import type { Organization, Weekday, WorkingHours } from '@speedtax/contract';
import type { WorkingTime } from '@speedtax/domain';
import type { OrganizationSettings } from '@speedtax/storage/organization';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const satisfies readonly Weekday[];
const minutesPerHour = 60;

export function presentOrganization(
  organizationId: string,
  { name, timeZone, durations, workingTime }: OrganizationSettings,
  figuresAreCurrent: boolean,
): Organization {
  const { weekdays: days, fromMinute, toMinute } = workingTime;
  return {
    organizationId,
    name,
    timeZone,
    durations,
    workingHours: {
      weekdays: weekdays.filter((_, place) => days.includes(place + 1)),
      from: presentTime(fromMinute),
      to: presentTime(toMinute),
    },
    figuresAreCurrent,
  };
}

export function mapWorkingHours({ weekdays: names, from, to }: WorkingHours): WorkingTime {
  const days = names.map((name) => weekdays.indexOf(name) + 1).sort((a, b) => a - b);
  return { weekdays: days, fromMinute: minuteOf(from), toMinute: minuteOf(to) };
}

function presentTime(minute: number): string {
  return [Math.floor(minute / minutesPerHour), minute % minutesPerHour].map((part) => String(part).padStart(2, '0')).join(':');
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * minutesPerHour + minutes;
}
