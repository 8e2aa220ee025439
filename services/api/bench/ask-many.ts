import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Addresses asked for in turn over some connections, in a thread of its own so that it waits for nobody else. */
export interface ManyRequests {
  readonly urls: readonly { url: string; etag: string | null }[];
  readonly apiKey: string;
  readonly requests: number;
  /** Asked at this rate whether or not former answers have come; null: each connection asks again as soon as it is answered. */
  readonly perSecond: number | null;
  readonly connections: number;
}

const { urls, apiKey, requests, perSecond, connections } = workerData as ManyRequests;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const begun = performance.now();
const ms = perSecond === null ? await askAtOnce() : await askOpenly(perSecond);
parentPort?.postMessage({ ms, perSecond: (requests * 1000) / (performance.now() - begun) });
agent.destroy();

async function askOpenly(rate: number): Promise<number[]> {
  const answers: Promise<number>[] = [];
  for (let k = 0; k < requests; k += 1) {
    const dueAt = begun + (k * 1000) / rate;
    await delay(Math.max(0, dueAt - performance.now()));
    answers.push(ask(k, dueAt));
  }
  return Promise.all(answers);
}

async function askAtOnce(): Promise<number[]> {
  let next = 0;
  const times: number[] = [];
  const connection = async () => {
    for (let k = next++; k < requests; k = next++) times.push(await ask(k, performance.now()));
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return times;
}

/** Milliseconds from when it was due to the last byte: who comes when all connections are busy waits, and the wait counts. */
function ask(k: number, dueAt: number): Promise<number> {
  const { url, etag } = urls[k % urls.length] as ManyRequests['urls'][number];
  const headers = { authorization: `Bearer ${apiKey}`, 'accept-encoding': 'gzip', ...(etag && { 'if-none-match': etag }) };
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (answer) => {
      const expected = etag ? 304 : 200;
      if (answer.statusCode !== expected) reject(new Error(`${url}: ${answer.statusCode}, expected ${expected}`));
      answer.resume().once('end', () => resolve(performance.now() - dueAt));
    });
    request.once('error', reject);
  });
}
