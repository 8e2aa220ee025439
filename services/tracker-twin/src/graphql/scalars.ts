import { GraphQLError } from 'graphql';

/** An ISO 8601 duration such as -P1D: counted from the instant at which it is asked. */
export class RelativeDuration {
  readonly #sign: number;
  readonly #months: number;
  readonly #durationMs: number;

  constructor(text: string) {
    const match = DURATION.exec(text);
    if (!match) throw new GraphQLError(`Not an instant and not a duration: ${text}`);
    const [, sign, years, months, weeks, days, hours, minutes, seconds] = match;
    this.#sign = sign === '-' ? -1 : 1;
    this.#months = Number(years ?? 0) * 12 + Number(months ?? 0);
    const dayCount = Number(weeks ?? 0) * 7 + Number(days ?? 0);
    const secondCount = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    this.#durationMs = dayCount * 86_400_000 + secondCount * 1000;
  }

  from(now: number): number {
    const date = new Date(now);
    date.setUTCMonth(date.getUTCMonth() + this.#sign * this.#months);
    return date.getTime() + this.#sign * this.#durationMs;
  }
}

const DURATION = /^([-+])?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}/;

/** Epoch milliseconds, or a duration that waits for its `now`. */
export function parseInstantOrDuration(input: unknown): number | RelativeDuration {
  if (typeof input === 'string' && !INSTANT.test(input)) return new RelativeDuration(input);
  return parseInstant(input);
}

export function parseInstant(input: unknown): number {
  const instant = typeof input === 'string' ? Date.parse(input) : Number.NaN;
  if (Number.isNaN(instant)) throw new GraphQLError(`Not an instant: ${String(input)}`);
  return instant;
}

export function formatInstant(value: unknown): string {
  return new Date(value as number).toISOString();
}
