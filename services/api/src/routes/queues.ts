import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { z } from 'zod';
import type { ApiContext } from '../context.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

const listedOfEach = 100;
const ofOrganization = z.object({ organizationId: z.string() });

export const listQueues = route(endpoints.listQueues, async ({ principal }, context) => ({
  queues: Object.entries(await context.queue.counts()).map(([name, counts]) => ({ name, ...counts })),
  failed: (await listFailed(context, principal.organizationId)).map(({ queue, id, name, reason, attempts, failedAt }) => ({
    queue,
    id,
    name,
    reason,
    attempts,
    failedAt: failedAt?.toISOString() ?? null,
  })),
}));

export const retryJob = route(endpoints.retryJob, async ({ params, principal }, context) => {
  const { organizationId, actor } = principal;
  const job = (await listFailed(context, organizationId)).find(({ queue, id }) => queue === params.queue && id === params.id);
  if (!job || !(await context.queue.retry(job.queue, job.id))) throw notFound('failed job');
  await context.database.inOrganization(organizationId, (trx) =>
    recordAudit(trx, {
      organizationId,
      actor,
      action: 'job.retried',
      subject: { kind: 'job', id: null, name: job.name },
      at: new Date(context.now()),
    }),
  );
  return undefined;
});

/** The queues are one for all; what is in a job is its organization's. */
async function listFailed({ queue }: ApiContext, organizationId: string) {
  const failed = await queue.listFailed(listedOfEach);
  return failed.filter(({ payload }) => ofOrganization.safeParse(payload).data?.organizationId === organizationId);
}
