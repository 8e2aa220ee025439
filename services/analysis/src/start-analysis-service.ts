import type { AnalysisContext } from './context.ts';
import { runAnalysis } from './jobs/run-analysis.ts';
import { renewOutdated } from './renew-outdated.ts';

/** Takes analysis jobs until the queue is closed. One at a time: each may hold a whole company in memory. */
export async function startAnalysisService(context: AnalysisContext): Promise<void> {
  const duration = context.metrics.seconds('speedtax_analysis_seconds', 'Duration of analyses, from reading facts to writing figures');
  const analyses = context.metrics.counter('speedtax_analyses_total', 'Analyses, of what has changed or of the whole company', ['extent']);
  await context.queue.work(
    'analysis.run',
    async ({ organizationId }) => {
      const stop = duration.startTimer();
      const outcome = await runAnalysis(context, organizationId);
      if (outcome !== null) await context.queue.enqueue('notify.deliver', { organizationId });
      if (outcome !== null) analyses.inc({ extent: outcome.wholeBecause === null ? 'changes' : 'whole' });
      stop();
    },
    { concurrency: 1 },
  );
  await renewOutdated(context);
}
