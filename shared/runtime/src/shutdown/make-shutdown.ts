import type { Logger } from '../logging/make-logger.ts';

const defaultLimitMs = 10_000;

export interface Closer {
  name: string;
  close(): Promise<void> | void;
  /** How long to wait for it before going on with the next. */
  limitMs?: number;
}

export interface Shutdown {
  /** Everything that is opened registers how to close it, right after it is open. */
  register(closer: Closer): void;
  /** Closes in the reverse order of registration. Later calls return the first one's promise. */
  close(reason: string): Promise<{ failed: string[] }>;
  /** Aborted when closing begins. */
  readonly signal: AbortSignal;
}

/** What has been opened, and the order to close it in. One closer that fails or hangs never keeps the others open. */
export function makeShutdown(options: { logger: Logger }): Shutdown {
  const closers: Closer[] = [];
  const began = new AbortController();
  let closing: Promise<{ failed: string[] }> | undefined;

  async function closeAll(reason: string): Promise<{ failed: string[] }> {
    options.logger.info({ reason }, 'closing');
    began.abort(new Error(`closing: ${reason}`));
    const failed: string[] = [];
    for (let closer = closers.pop(); closer; closer = closers.pop()) {
      try {
        await withinLimit(closer);
      } catch (error) {
        failed.push(closer.name);
        options.logger.error({ err: error, closer: closer.name }, 'could not close');
      }
    }
    return { failed };
  }

  return {
    register: (closer) => void closers.push(closer),
    close: (reason) => (closing ??= closeAll(reason)),
    signal: began.signal,
  };
}

async function withinLimit({ name, close, limitMs = defaultLimitMs }: Closer): Promise<void> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${name} did not close within ${limitMs} ms`)), limitMs);
  try {
    await Promise.race([close(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
