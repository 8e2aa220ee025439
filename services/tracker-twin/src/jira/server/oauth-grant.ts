import { OAuthConsent } from '../../oauth/consent.ts';
import type { JiraAnswer } from './jira-request.ts';

const ACCESS_TOKEN_MS = 3_600_000;
const SCOPES = ['read:jira-work', 'read:jira-user', 'offline_access'];

export interface GrantSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** What somebody allowed an app. Each refresh token works once: using it again ends the grant. */
export class OAuthGrant {
  /** Where somebody lets the app in. */
  readonly consent: OAuthConsent;
  readonly #settings: GrantSettings;
  #refreshToken: string;
  #accessToken: string | null = null;
  #expiresAt = 0;
  #refreshes = 0;
  #isEnded = false;

  constructor(settings: GrantSettings) {
    this.#settings = settings;
    this.consent = new OAuthConsent(settings.clientId);
    this.#refreshToken = settings.refreshToken;
  }

  /** How often a new pair of tokens was handed out. */
  get refreshes(): number {
    return this.#refreshes;
  }

  accepts(accessToken: string, now: number): boolean {
    return !this.#isEnded && accessToken === this.#accessToken && now < this.#expiresAt;
  }

  /** Takes the consent back: no token works any more. */
  revoke(): void {
    this.#isEnded = true;
  }

  /** Answers the token endpoint. */
  refresh(body: unknown, now: number): JiraAnswer {
    const { clientId, clientSecret } = this.#settings;
    const asked = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    if (asked.client_id !== clientId || asked.client_secret !== clientSecret) return deny(401, 'access_denied', 'Unauthorized');
    if (asked.grant_type === 'authorization_code') {
      const redemption = this.consent.redeem(asked);
      return redemption.ok ? this.#handOut(now) : deny(403, redemption.error, redemption.description);
    }
    if (asked.grant_type !== 'refresh_token') return deny(400, 'unsupported_grant_type', 'This is not supported.');
    if (this.#isEnded || asked.refresh_token !== this.#refreshToken) {
      this.#isEnded = true;
      return deny(403, 'invalid_grant', 'Unknown or invalid refresh token.');
    }
    return this.#handOut(now);
  }

  #handOut(now: number): JiraAnswer {
    this.#isEnded = false;
    this.#refreshes += 1;
    this.#refreshToken = `${this.#settings.refreshToken}-${this.#refreshes}`;
    this.#accessToken = `access-${this.#settings.refreshToken}-${this.#refreshes}`;
    this.#expiresAt = now + ACCESS_TOKEN_MS;
    const body200 = {
      access_token: this.#accessToken,
      refresh_token: this.#refreshToken,
      expires_in: ACCESS_TOKEN_MS / 1000,
      scope: SCOPES.join(' '),
      token_type: 'Bearer',
    };
    return { status: 200, body: body200 };
  }

  /** The sites that the app may ask. */
  listResources(accessToken: string, site: { id: string; url: string; name: string }, now: number): JiraAnswer {
    if (!this.accepts(accessToken, now)) return { status: 401, body: { code: 401, message: 'Unauthorized' } };
    return { status: 200, body: [{ ...site, scopes: SCOPES.slice(0, 2), avatarUrl: `${site.url}/avatar.png` }] };
  }
}

function deny(status: number, error: string, description: string): JiraAnswer {
  return { status, body: { error, error_description: description } };
}
