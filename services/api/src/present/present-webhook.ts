import type { Webhook } from '@speedtax/contract';
import type { Webhook as StoredWebhook } from '@speedtax/storage/facts';

interface ShownWebhook {
  readonly provider: 'linear' | 'jira';
  readonly deployment: 'cloud' | 'server' | null;
  readonly url: string;
  /** Open. */
  readonly secret: string;
}

/** A server that cannot sign is told the secret in the address. */
export function presentWebhook(stored: StoredWebhook, { provider, deployment, url, secret }: ShownWebhook): Webhook {
  const isMade = stored.externalId !== null;
  const shownUrl = deployment === 'server' ? `${url}?token=${secret}` : url;
  return {
    state: isMade ? 'made' : stored.lastDeliveryAt ? 'hears' : 'waits',
    url: isMade ? url : shownUrl,
    secret: isMade || provider === 'linear' ? null : secret,
    steps: isMade ? [] : stepsOf(provider, deployment),
    refusal: stored.refusal,
    expiresAt: stored.expiresAt?.toISOString() ?? null,
    lastDeliveryAt: stored.lastDeliveryAt?.toISOString() ?? null,
  };
}

function stepsOf(provider: 'linear' | 'jira', deployment: 'cloud' | 'server' | null): string[] {
  if (provider === 'linear')
    return [
      'In Linear open Settings, API, Webhooks, and choose New webhook.',
      'Paste the address. Tick Issues, Projects, Initiatives, Cycles and Users, for all public teams.',
      'Copy the signing secret that Linear shows, and store it here.',
    ];
  return [
    'In Jira open Settings, System, WebHooks, and choose Create a WebHook.',
    deployment === 'server' ? 'Paste the address with its token.' : 'Paste the address and the secret.',
    'Tick Issue created, updated and deleted, Issue link created and deleted, and Sprint started and closed. Leave the body included.',
  ];
}
