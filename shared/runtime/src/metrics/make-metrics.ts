import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface Metrics {
  counter<L extends string>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  gauge<L extends string>(name: string, help: string, labels?: readonly L[]): Gauge<L>;
  /** A duration in seconds, from 5 ms to a minute. */
  seconds<L extends string>(name: string, help: string, labels?: readonly L[]): Histogram<L>;
  /** Everything measured so far, in Prometheus' text format. */
  render(): Promise<{ contentType: string; body: string }>;
}

/** A registry of its own, never the library's global one: several services may share one process. */
export function makeMetrics(options: { processMetrics: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.processMetrics) collectDefaultMetrics({ register: registry });
  return {
    counter: (name, help, labelNames = []) => new Counter({ name, help, labelNames, registers }),
    gauge: (name, help, labelNames = []) => new Gauge({ name, help, labelNames, registers }),
    seconds: (name, help, labelNames = []) => new Histogram({ name, help, labelNames, registers, buckets: secondsBuckets }),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
