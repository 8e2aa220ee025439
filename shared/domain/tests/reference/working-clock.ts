/** Hours of work told literally: every minute is looked up on the wall clocks of the time zone. */
export interface LiteralHours {
  /** 'Mon' … 'Sun'. */
  weekdays: string[];
  /** 'HH:MM', `to` exclusive. */
  from: string;
  to: string;
}

const minuteMs = 60_000;

/** How many milliseconds of work lie between two instants, which must be whole minutes within the span. */
export function literalWork(timeZone: string, hours: LiteralHours, spanFrom: number, spanTo: number): (from: number, to: number) => number {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const worked = [0];
  for (let at = spanFrom; at < spanTo; at += minuteMs) {
    const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const time = `${part.hour}:${part.minute}`;
    const isWork = hours.weekdays.includes(part.weekday as string) && time >= hours.from && time < hours.to;
    worked.push((worked.at(-1) as number) + (isWork ? minuteMs : 0));
  }
  const upTo = (at: number) => {
    const total = worked[(at - spanFrom) / minuteMs];
    if (total === undefined) throw new Error(`${at} is no whole minute of the span`);
    return total;
  };
  return (from, to) => upTo(to) - upTo(from);
}
