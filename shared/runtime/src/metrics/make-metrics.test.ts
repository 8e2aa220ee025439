import { describe, expect, it } from 'vitest';
import { makeMetrics } from './make-metrics.ts';

describe('metrics', () => {
  it('are rendered with their labels in the text format of Prometheus', async () => {
    const metrics = makeMetrics({ processMetrics: false });
    metrics.counter('speedtax_pages_total', 'Pages fetched', ['connection']).inc({ connection: 'c1' }, 2);
    metrics.seconds('speedtax_job_seconds', 'Time of a job').observe(0.2);
    const { contentType, body } = await metrics.render();
    expect(contentType).toMatch(/^text\/plain/);
    expect(body).toContain('speedtax_pages_total{connection="c1"} 2');
    expect(body).toContain('speedtax_job_seconds_bucket{le="0.25"} 1');
  });

  it('of two services in one process do not meet', async () => {
    const [one, other] = [makeMetrics({ processMetrics: false }), makeMetrics({ processMetrics: false })];
    one.gauge('speedtax_waiting', 'Waiting jobs').set(3);
    expect((await other.render()).body).not.toContain('speedtax_waiting');
  });
});
