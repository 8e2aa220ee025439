import type { NotifyContext } from './context.ts';
import { makeDeliverer } from './deliver/deliver-due.ts';
import { handleNotifyDue } from './jobs/notify-due.ts';

const dueEveryMs = 15_000;
const concurrency = 2;

/** Works off outboxes until the queue is closed; what an earlier process left unsent is taken up at once. */
export async function startNotifyService(context: NotifyContext): Promise<void> {
  const deliverDue = makeDeliverer(context);
  await context.queue.work('notify.deliver', ({ organizationId }, signal) => deliverDue(organizationId, signal), { concurrency });
  await context.queue.work('notify.due', () => handleNotifyDue(context), { concurrency: 1 });
  await context.queue.repeat('notify.due', {}, dueEveryMs);
  await handleNotifyDue(context);
}
