import type { Request } from 'express';
import type { ApiContext } from '../context.ts';

/** Where this installation is reached from outside: as it was told, else as the reader has reached it. */
export function publicUrlOf({ publicUrl }: Pick<ApiContext, 'publicUrl'>, request: Pick<Request, 'headers' | 'protocol'>): string {
  return publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
}

export function webhookAddress(publicUrl: string, provider: 'linear' | 'jira', connectionId: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhooks/${provider}/${connectionId}`;
}
