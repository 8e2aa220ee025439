import { endpoints } from '@speedtax/contract';
import { openEventStream } from '../http/event-stream.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { streamRoute } from '../http/route.ts';

/** Told from the tables, so that any process may have changed them. */
export const streamDataVersions = streamRoute(endpoints.streamDataVersions, async ({ principal, response }, { limits, versions }) => {
  const stream = openEventStream(response, limits);
  if (!stream) throw new HttpProblem(503, 'too_many_streams', 'Too many streams are open');
  let sent = '';
  do {
    const data = JSON.stringify(await versions.read(principal.organizationId));
    if (data !== sent) stream.send('version', data);
    sent = data;
  } while (await stream.pause(limits.versionPollMs));
  stream.close();
});
