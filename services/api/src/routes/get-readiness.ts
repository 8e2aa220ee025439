import { endpoints } from '@speedtax/contract';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const getReadiness = route(endpoints.getReadiness, async (_asked, { database, logger }) => {
  try {
    await database.ping();
  } catch (error) {
    logger.warn({ err: error }, 'the database does not answer');
    throw new HttpProblem(503, 'not_ready', 'Not ready', { detail: 'The database does not answer.' });
  }
  return { status: 'ready' as const, checks: { database: 'ok' as const } };
});
