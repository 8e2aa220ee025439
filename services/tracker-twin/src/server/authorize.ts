import { type Refusal, refuseBearerKey, refuseUnauthenticated } from './errors.ts';
import type { CredentialKind } from './limits.ts';

export interface Credential {
  readonly kind: CredentialKind;
  readonly secret: string;
}

/** An API key comes bare, an OAuth token as Bearer; anything else is turned away. */
export function authorize(
  header: string | undefined,
  accepted: {
    readonly apiKeys: readonly string[];
    readonly accessTokens?: readonly string[];
    readonly acceptsToken?: (token: string) => boolean;
  },
): Credential | Refusal {
  const bearer = /^Bearer\s+(.+)$/i.exec(header ?? '')?.[1];
  if (bearer?.startsWith('lin_api_')) return refuseBearerKey();
  if (bearer && (accepted.accessTokens?.includes(bearer) || accepted.acceptsToken?.(bearer))) return { kind: 'oauth', secret: bearer };
  if (header && !bearer && accepted.apiKeys.includes(header)) {
    return { kind: 'apiKey', secret: header };
  }
  return refuseUnauthenticated();
}
