import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { tellResult } from '@speedtax/domain/bench/measure';
import type { ManyRequests } from './ask-many.ts';
import { yearUntil } from './bench-years.ts';
import { startBenchApi } from './start-bench-api.ts';

/**
 * What panels wait for when 20 connections ask at once, how many are answered, and how long the API's event loop is held up, alone
 * and while something else runs: `node bench/panel-command.ts <url> [script [arguments…]]`.
 */
const [url = '', ...disturbance] = process.argv.slice(2);
const connections = 20;
const api = await startBenchApi(url);
const year = new URLSearchParams(yearUntil(0));
const panels = [
  `${api.base}/speed-tax/series?${year}&bucket=month`,
  `${api.base}/speed-tax/series?${year}&bucket=month&teamId=${api.teamId}`,
  `${api.base}/initiatives?limit=20&${year}`,
  `${api.base}/quotes?blockingTeamId=${api.teamId}`,
];
const wholeTax = `${api.base}/speed-tax?${year}`;
const { etag } = await api.ask(wholeTax);
for (const panel of panels) await api.ask(panel);

const whole = await many({ urls: [{ url: wholeTax, etag: null }], requests: 200, perSecond: 50 });
const unchanged = await many({ urls: [{ url: wholeTax, etag }], requests: 1_000, perSecond: 200 });
const ofPanels = panels.map((panel) => ({ url: panel, etag: null }));
const panel = await many({ urls: ofPanels, requests: 1_000, perSecond: 100 });
const most = await many({ urls: ofPanels, requests: 2_000, perSecond: null });
const mostUnchanged = await many({ urls: [{ url: wholeTax, etag }], requests: 2_000, perSecond: null });
const loopMs = disturbance.length > 0 ? await measureLoop() : [];
await api.close();
tellResult({
  whole: { ms: whole.ms },
  unchanged: { ms: unchanged.ms },
  panel: { ms: panel.ms },
  panelsPerSecond: most.perSecond,
  unchangedPerSecond: mostUnchanged.perSecond,
  loop: { ms: loopMs },
});

function many(asked: Pick<ManyRequests, 'urls' | 'requests' | 'perSecond'>): Promise<{ ms: number[]; perSecond: number }> {
  const workerData: ManyRequests = { ...asked, apiKey: api.apiKey, connections };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./ask-many.ts', import.meta.url), { workerData });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** Delays of the event loop at each percent while panels are asked for and the disturbance runs. */
async function measureLoop(): Promise<number[]> {
  const child = spawn(process.execPath, disturbance, { stdio: ['ignore', 'ignore', 'inherit'] });
  let isOver = false;
  const ended = once(child, 'close').then(() => {
    isOver = true;
  });
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  while (!isOver) await many({ urls: ofPanels, requests: 100, perSecond: 50 });
  await ended;
  delays.disable();
  if (child.exitCode !== 0) throw new Error(`${disturbance[0]} ended with ${child.exitCode}, expected 0`);
  // Resolution is what a timer waits anyway.
  return Array.from({ length: 100 }, (_, percent) => Math.max(0, delays.percentile(percent + 1) / 1e6 - 10));
}
