const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Instants as a site writes and reads them: in the zone of whoever asks. */
export class ZonedTime {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(zone: string) {
    this.zone = zone;
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
  }

  /** Such as `2012-02-19T22:03:28.944+0000`: no colon in the offset. */
  write(at: number): string {
    const offsetMs = this.#offsetAt(at);
    const minutes = Math.abs(offsetMs) / MINUTE_MS;
    const offset = `${offsetMs < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
    return new Date(at + offsetMs).toISOString().replace('Z', offset);
  }

  /** The instant at which clocks of the zone show the given time, written as if it were UTC. */
  read(clockTime: number): number {
    const guess = clockTime - this.#offsetAt(clockTime);
    return clockTime - this.#offsetAt(guess);
  }

  #offsetAt(at: number): number {
    const hour = Math.floor(at / HOUR_MS);
    const known = this.#offsets.get(hour);
    if (known !== undefined) return known;
    const part = Object.fromEntries(this.#format.formatToParts(hour * HOUR_MS).map(({ type, value }) => [type, Number(value)]));
    const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
    const offset = shown - hour * HOUR_MS;
    this.#offsets.set(hour, offset);
    return offset;
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
