import { TrackerAccessError } from './tracker-access-error.ts';

const bodilessStatuses = new Set([101, 204, 205, 304]);

/**
 * The same response, whose body fails once it has grown past `maxBytes` or the deadline has passed. Bytes are counted
 * as they come out of decompression: a small answer that unpacks to gigabytes ends here too.
 */
export function limitBody(response: Response, limits: { maxBytes: number; deadline: AbortSignal }): Response {
  if (!response.body || bodilessStatuses.has(response.status)) return response;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().catch((error: unknown) => {
        throw limits.deadline.aborted ? new TrackerAccessError('too-slow') : error;
      });
      if (chunk.done) return controller.close();
      bytes += chunk.value.byteLength;
      if (bytes > limits.maxBytes) {
        await reader.cancel();
        throw new TrackerAccessError('too-large');
      }
      controller.enqueue(chunk.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status: response.status, statusText: response.statusText, headers: [...response.headers] });
}
