import { tellResult } from '@speedtax/domain/bench/measure';
import { yearUntil } from './bench-years.ts';
import { startBenchApi } from './start-bench-api.ts';

/** How long the speed tax of a year, a what-if of it and what to decouple take over HTTP, anew and asked again: `node bench/query-command.ts <url>`. */
const anew = 10;
const again = 5;
const api = await startBenchApi(process.argv[2] ?? '');

// Of each year another day is the last, so that none is kept; the first one also warms up.
const query: number[] = [];
let pairs = 0;
for (let request = 0; request <= anew; request += 1) {
  const { said, ms } = await api.ask(`${api.base}/speed-tax?${new URLSearchParams(yearUntil(request))}`);
  pairs = (said as { pairs: unknown[] }).pairs.length;
  if (request > 0) query.push(ms);
}
const whatIf = await askOften((daysAgo) => api.ask(`${api.base}/what-if`, { ...yearUntil(daysAgo), remove: [], merge: [] }));
const decouplings = await askOften((daysAgo) => api.ask(`${api.base}/decouplings?${new URLSearchParams(yearUntil(daysAgo))}`));
await api.close();
tellResult({
  query: { ms: query },
  whatIf: { ms: whatIf.anew },
  whatIfAgain: { ms: whatIf.again },
  decouplings: { ms: decouplings.anew },
  decouplingsAgain: { ms: decouplings.again },
  pairs,
});

async function askOften(ask: (daysAgo: number) => Promise<{ ms: number }>) {
  const times = { anew: [] as number[], again: [] as number[] };
  await ask(0);
  for (let request = 1; request <= again; request += 1) {
    times.anew.push((await ask(request)).ms);
    times.again.push((await ask(request)).ms);
  }
  return times;
}
