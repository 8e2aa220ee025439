/** Figures may change many times a second; a page is drawn at most this often. */
const drawEveryMs = 1_000;

/**
 * Hears at once that figures, or the state of a connection, have changed. A page that nobody looks at is told when it is looked at
 * again.
 * @returns how to stop
 */
export function listenToVersions(onChange: () => void): () => void {
  let known: string | null = null;
  let isStale = false;
  let drawnAt = 0;
  let coming: ReturnType<typeof setTimeout> | undefined;

  function tell() {
    if (document.hidden) return;
    clearTimeout(coming);
    const inMs = Math.max(0, drawnAt + drawEveryMs - performance.now());
    coming = setTimeout(() => {
      isStale = false;
      drawnAt = performance.now();
      onChange();
    }, inMs);
  }

  const stream = new EventSource('/api/v1/events');
  stream.addEventListener('version', (message: MessageEvent<string>) => {
    // The first one tells what the page was drawn with.
    if (known !== null && known !== message.data) {
      isStale = true;
      tell();
    }
    known = message.data;
  });
  const look = () => {
    if (isStale) tell();
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    stream.close();
    clearTimeout(coming);
    document.removeEventListener('visibilitychange', look);
  };
}
