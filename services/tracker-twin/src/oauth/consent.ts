import { createHash, randomUUID } from 'node:crypto';

interface Asked {
  readonly redirectUri: string;
  readonly challenge: string | null;
}

export type Redemption = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly description: string };

/** The page on which somebody lets an app in, and the code that the app comes back with: good for one use. */
export class OAuthConsent {
  readonly #clientId: string;
  readonly #codes = new Map<string, Asked>();

  constructor(clientId: string) {
    this.#clientId = clientId;
  }

  /** The page as HTML, or where it leads once somebody has allowed it. */
  answer(address: URL): { readonly status: number; readonly html?: string; readonly location?: string } {
    const query = address.searchParams;
    const [redirectUri, state] = [query.get('redirect_uri'), query.get('state')];
    if (query.get('client_id') !== this.#clientId || !redirectUri || !state || query.get('response_type') !== 'code')
      return { status: 400, html: '<h1>This app is not known</h1>' };
    const back = new URL(redirectUri);
    back.searchParams.set('state', state);
    if (query.get('consent') === 'denied') {
      back.searchParams.set('error', 'access_denied');
      return { status: 302, location: back.href };
    }
    if (query.get('consent') !== 'given') return { status: 200, html: this.#page(address) };
    const code = randomUUID();
    this.#codes.set(code, { redirectUri, challenge: query.get('code_challenge') });
    back.searchParams.set('code', code);
    return { status: 302, location: back.href };
  }

  /** Whether what an app came back with is what somebody allowed it. */
  redeem({ code, redirect_uri, code_verifier }: Record<string, unknown>): Redemption {
    const asked = this.#codes.get(String(code));
    this.#codes.delete(String(code));
    const digest = createHash('sha256').update(String(code_verifier)).digest('base64url');
    const isSame = asked?.redirectUri === redirect_uri && (asked?.challenge === null || asked?.challenge === digest);
    return isSame ? { ok: true } : { ok: false, error: 'invalid_grant', description: 'The authorization code is not valid.' };
  }

  #page(address: URL): string {
    const given = new URL(address);
    given.searchParams.set('consent', 'given');
    const denied = new URL(address);
    denied.searchParams.set('consent', 'denied');
    const link = (url: URL) => `${url.pathname}${url.search}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<!doctype html><title>Let Speedtax in?</title><h1>Let Speedtax in?</h1><a href="${link(given)}">Allow</a> <a href="${link(denied)}">Deny</a>`;
  }
}
