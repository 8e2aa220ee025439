import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** What is asked how often, whether or not former answers have come. */
export interface OpenLoop {
  readonly url: string;
  readonly apiKey: string;
  readonly requests: number;
  readonly perSecond: number;
  /** Connections; who comes when all are busy waits, and the wait counts. */
  readonly parallel: number;
}

const { url, apiKey, requests, perSecond, parallel } = workerData as OpenLoop;
const agent = new Agent({ keepAlive: true, maxSockets: parallel });
const headers = { authorization: `Bearer ${apiKey}`, 'accept-encoding': 'gzip' };
const begun = performance.now();
const answers: Promise<number>[] = [];
for (let k = 0; k < requests; k += 1) {
  const dueAt = begun + (k * 1000) / perSecond;
  await delay(Math.max(0, dueAt - performance.now()));
  answers.push(ask(dueAt));
}
parentPort?.postMessage(await Promise.all(answers));
agent.destroy();

/** Milliseconds from when it was due to the last byte. */
function ask(dueAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode}, expected 200`));
      answer.resume().once('end', () => resolve(performance.now() - dueAt));
    });
    request.once('error', reject);
  });
}
