import { type Calendar, dayNumberOf, midnightOf } from '@speedtax/domain';
import { coverDays } from '../figures/organization-clocks.ts';
import { badRequest, type HttpProblem } from '../http/http-problem.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant asked for; of a day its end, so that what happened on it is known.
 * @throws HttpProblem 400 for what nobody can know yet
 */
export function resolveAsOf(asOf: string, calendar: Calendar, dataCutOffAt: Date | null): Date {
  const instant = isDay.test(asOf) ? endOfDay(calendar, asOf) : new Date(asOf);
  if (dataCutOffAt === null) throw refuseAsOf('Nothing has been read from a tracker yet: there is no past to ask about');
  if (instant > dataCutOffAt)
    throw refuseAsOf(
      `The tracker has been read up to ${dataCutOffAt.toISOString()}: ask as of an instant until then, ${asOf} reaches to ${instant.toISOString()}`,
    );
  return instant;
}

export function refuseAsOf(message: string): HttpProblem {
  return badRequest([{ path: 'asOf', message }]);
}

function endOfDay(calendar: Calendar, isoDay: string): Date {
  const day = dayNumberOf(isoDay);
  return new Date(midnightOf(coverDays(calendar, day, day + 1), day + 1));
}
