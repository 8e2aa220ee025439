import { z } from 'zod';
import { TrackerError } from '../../tracker-error.ts';
import type { JiraAnswer, JiraReply } from './jira-request.ts';
import { readReason } from './read-reason.ts';
import { readRetryAfterMs } from './read-retry-after.ts';

const webPageReason =
  'Jira answered with a web page instead of data, as a login page or a page about maintenance does: ' +
  'the address must be that of the site itself, and the site must let API tokens in without a single sign-on.';

/**
 * The data of an answer. What else it may be is decided by status, headers and form, never by its words.
 * @param now epoch milliseconds
 * @throws TrackerError
 */
export function readReply(reply: JiraReply, now: number): unknown {
  if ('failure' in reply) throw explainFailure(reply.failure);
  const { status, headers, text } = reply;
  // A site that lets everybody in does so with credentials it does not know, too.
  if (status < 300 && headers.get('x-ausername') === 'anonymous')
    throw new TrackerError('unauthorized', 'Jira does not know these credentials and answers as it does to everybody.', { status: 401 });
  if (status >= 200 && status < 300) return readBody(reply);
  const reason = readReason(reply) ?? `Jira answered with HTTP ${status}`;
  if (status === 429 || (status === 503 && headers.has('retry-after')))
    throw new TrackerError('rate-limited', reason, { status, retryAfterMs: readRetryAfterMs(headers, now) });
  if (status === 401 || status === 403) throw new TrackerError('unauthorized', reason, { status });
  if (status >= 300 && status < 400)
    throw new TrackerError('refused', 'Jira answered with a redirect, which is not followed: use the address it redirects to.', { status });
  if (status < 500 && status !== 408 && status !== 425) throw new TrackerError('refused', reason, { status });
  // Not built there; other errors of a server pass.
  if (status === 501 || status === 505) throw new TrackerError('refused', reason, { status });
  throw new TrackerError('transient', isWebPage(text, headers) ? `Jira answered with HTTP ${status}` : reason, { status });
}

/** Whether what should be data is a page that asks somebody to sign in. One such page may be a gateway's hiccup. */
export function isLoginPage(reply: JiraReply): boolean {
  if ('failure' in reply || reply.status < 200 || reply.status >= 300) return false;
  return isWebPage(reply.text, reply.headers) && /type=["']?password|log[ -]?in|sign[ -]?in|samlrequest/i.test(reply.text);
}

export function loginPageError(kind: 'unauthorized' | 'transient'): TrackerError {
  return new TrackerError(kind, webPageReason);
}

/** Answers that say of themselves that they are errors, though their status does not. */
const errorsOnly = z.strictObject({
  errorMessages: z.array(z.string()).min(1),
  errors: z.unknown().optional(),
  warningMessages: z.unknown().optional(),
});

function readBody({ status, headers, text }: JiraAnswer): unknown {
  if (isWebPage(text, headers)) throw new TrackerError('transient', webPageReason, { status });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new TrackerError('transient', `Jira's answer of ${text.length} characters is cut or not JSON`, { status });
  }
  const failed = errorsOnly.safeParse(body);
  if (failed.success) throw new TrackerError('refused', failed.data.errorMessages.join(' '), { status });
  return body;
}

function isWebPage(text: string, headers: Headers): boolean {
  return /^\s*</.test(text.slice(0, 200)) || (headers.get('content-type') ?? '').includes('text/html');
}

const brokenOff = z.object({
  name: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

/** Our own rules about addresses and redirects end a request for good; running out of time or space does not. */
function explainFailure(failure: unknown): TrackerError {
  if (failure instanceof TrackerError) return failure;
  const { name, kind, message, cause } = brokenOff.parse(failure);
  if (kind !== undefined)
    return new TrackerError(kind === 'address' || kind === 'redirect' ? 'refused' : 'transient', message, { cause: failure });
  const reason = name === 'TimeoutError' ? 'Jira did not answer in time' : `Jira could not be reached${cause ? ` (${cause.code})` : ''}`;
  return new TrackerError('transient', reason, { cause: failure });
}

const accessError = z.object({ kind: z.literal('too-large') });

/** Whether the answer was given up for its size: a smaller question may be answered. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof TrackerError && (error.status === 413 || accessError.safeParse(error.cause).success);
}
