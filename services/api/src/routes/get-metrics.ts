import { endpoints } from '@speedtax/contract';
import { streamRoute } from '../http/route.ts';

export const getMetrics = streamRoute(endpoints.getMetrics, async ({ response }, { metrics, operations }) => {
  await operations.look();
  const { contentType, body } = await metrics.render();
  response.setHeader('content-type', contentType);
  response.end(body);
});
