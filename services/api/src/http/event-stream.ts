import type { Response } from 'express';
import type { ApiLimits } from '../context.ts';

export interface EventStream {
  send(event: string, data: string): void;
  /** Waits; false when the stream is over: the reader has gone, or its time is up. */
  pause(ms: number): Promise<boolean>;
  close(): void;
}

/** The browser opens the next stream this long after one has ended. */
const reconnectMs = 2_000;
const open = new Set<Response>();

/** Begins a stream of server-sent events; undefined when too many are open. Heartbeats keep proxies from closing it. */
export function openEventStream(response: Response, { streams, streamMs, streamHeartbeatMs }: ApiLimits): EventStream | undefined {
  if (open.size >= streams) return undefined;
  open.add(response);
  response.status(200).set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  response.write(`retry: ${reconnectMs}\n\n`);

  const over = Promise.withResolvers<void>();
  let isOver = false;
  const end = () => {
    isOver = true;
    over.resolve();
  };
  const heartbeat = setInterval(() => response.write(': still here\n\n'), streamHeartbeatMs);
  const limit = setTimeout(end, streamMs);
  response.once('close', () => {
    open.delete(response);
    clearInterval(heartbeat);
    clearTimeout(limit);
    end();
  });

  return {
    send: (event, data) => void response.write(`event: ${event}\ndata: ${data}\n\n`),
    async pause(ms) {
      if (isOver) return false;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      await Promise.race([promise, over.promise]);
      clearTimeout(timer);
      return !isOver;
    },
    close: () => void response.end(),
  };
}

/** Ends every stream, so that a server can close. */
export function closeEventStreams(): void {
  for (const response of open) response.end();
}
