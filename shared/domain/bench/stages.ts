import { type Profiler, Session } from 'node:inspector/promises';

/** Milliseconds that each function called directly by `stagesOf` took, itself and all below it; what is left is `rest`. */
export type StageTimes = Readonly<Record<string, number>>;

const sampleEveryMicroseconds = 500;

/** Runs `work` under the profiler, so that no stage has to know that it is being measured. */
export async function measureStages(stagesOf: string, work: () => unknown): Promise<StageTimes> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: sampleEveryMicroseconds });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return addUpStages(profile, stagesOf);
}

function addUpStages({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, stagesOf: string): StageTimes {
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((callee) => [callee, id] as const)));
  const times: Record<string, number> = {};
  samples.forEach((sample, place) => {
    let stage = 'rest';
    for (let node: number | undefined = sample; node !== undefined; node = callerOf.get(node)) {
      const caller = callerOf.get(node);
      if (caller !== undefined && nameOf.get(caller) === stagesOf) stage = nameOf.get(node) ?? stage;
    }
    times[stage] = (times[stage] ?? 0) + (timeDeltas[place] ?? 0) / 1000;
  });
  return Object.fromEntries(
    Object.entries(times)
      .map(([stage, ms]) => [stage, Math.round(ms)] as const)
      .sort(([, a], [, b]) => b - a),
  );
}
