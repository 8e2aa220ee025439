import { parentPort, workerData } from 'node:worker_threads';
import { writePack } from '../write/write-pack.ts';
import type { WriterTask } from './write-in-thread.ts';

const { pack, format } = workerData as WriterTask;
parentPort?.postMessage(await writePack(pack, format));
