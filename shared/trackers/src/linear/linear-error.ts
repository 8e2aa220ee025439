import { z } from 'zod';
import { TrackerError } from '../tracker-error.ts';

/** What the SDK's errors and fetch's errors have in common, read without trusting any of it. */
const failure = z.object({
  message: z.string().catch('no reason given'),
  kind: z.string().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  raw: z
    .object({
      response: z.object({
        status: z.number().optional().catch(undefined),
        headers: z.instanceof(Headers).optional().catch(undefined),
        errors: z
          .array(
            z.object({
              message: z.string().optional(),
              extensions: z.looseObject({ code: z.unknown(), type: z.unknown() }).partial().optional(),
            }),
          )
          .optional()
          .catch(undefined),
      }),
    })
    .optional()
    .catch(undefined),
});
type Failure = z.infer<typeof failure>;
type GraphqlErrors = NonNullable<NonNullable<Failure['raw']>['response']['errors']>;

const maxReasonLength = 500;

/**
 * Decides what a failed call means by its status and codes, never by its text.
 * Rate limiting comes as HTTP 400 with a code, and the SDK does not always recognize it.
 */
export function readLinearError(error: unknown): TrackerError {
  if (error instanceof TrackerError) return error;
  const {
    kind,
    status: outerStatus,
    raw,
    message,
  } = failure.parse(typeof error === 'object' && error !== null ? error : { message: String(error) });
  const response = raw?.response;
  const status = response?.status ?? outerStatus;
  const errors = response?.errors ?? [];
  const reason = (reasonOf(errors) ?? (status === undefined ? message : `the tracker answered with HTTP ${status}`)).slice(
    0,
    maxReasonLength,
  );
  if (status === 429 || hasCode(errors, /^ratelimited$/i)) {
    return new TrackerError('rate-limited', reason, {
      resetAt: readResetAt(response?.headers),
      retryAfterMs: readRetryAfterMs(response?.headers),
    });
  }
  if (status === 401 || status === 403 || hasCode(errors, /^(authentication[_ ]?error|unauthenticated|forbidden)$/i))
    return new TrackerError('unauthorized', reason);
  // Our own rules about addresses and redirects end a request for good; running out of time or space does not.
  if (kind === 'address' || kind === 'redirect') return new TrackerError('refused', reason, { cause: error });
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) return new TrackerError('refused', reason);
  return new TrackerError('transient', reason, { cause: status === undefined ? error : undefined });
}

function hasCode(errors: GraphqlErrors, pattern: RegExp): boolean {
  return errors.some(({ extensions }) =>
    [extensions?.code, extensions?.type].some((code) => typeof code === 'string' && pattern.test(code.trim())),
  );
}

function reasonOf(errors: GraphqlErrors): string | undefined {
  const presentable = errors[0]?.extensions?.userPresentableMessage;
  return typeof presentable === 'string' ? presentable : errors[0]?.message;
}

/** When the budget that is used up is full again; requests and single endpoints first, since points are seldom at zero. */
function readResetAt(headers: Headers | undefined): number | null {
  if (!headers) return null;
  const read = (budget: string, part: string) => Number(headers.get(`x-ratelimit-${budget}-${part}`) ?? Number.NaN);
  const usedUp = ['requests', 'endpoint-requests'].filter((budget) => read(budget, 'remaining') < 1);
  const resets = (usedUp.length > 0 ? usedUp : ['complexity']).map((budget) => read(budget, 'reset')).filter(Number.isFinite);
  return resets.length > 0 ? Math.max(...resets) : null;
}

function readRetryAfterMs(headers: Headers | undefined): number | null {
  const text = headers?.get('retry-after') ?? '';
  return /^\d+$/.test(text) ? Number(text) * 1000 : null;
}
