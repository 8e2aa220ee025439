import type { TrackerFetch } from '../tracker-fetch.ts';

/**
 * The SDK takes no fetch of ours: it reads the global one, synchronously, at the moment a request begins. So ours
 * stands there for exactly that moment; nothing else can run meanwhile and see it, not even ours itself.
 */
export function lendFetch<T>(fetch: TrackerFetch, begin: () => Promise<T>): Promise<T> {
  const own = globalThis.fetch;
  const giveBack = () => {
    globalThis.fetch = own;
  };
  const lent: TrackerFetch = (url, init) => {
    giveBack();
    return fetch(url, init);
  };
  globalThis.fetch = lent as typeof globalThis.fetch;
  try {
    return begin();
  } finally {
    giveBack();
  }
}
