import type { JiraCredentials } from '../jira-settings.ts';
import { refuse } from './jira-errors.ts';
import type { JiraAnswer } from './jira-request.ts';
import type { OAuthGrant } from './oauth-grant.ts';

/** Wrong passwords in a row after which a Data Center asks for a captcha. */
const MAX_FAILURES = 3;

const NOT_AUTHENTICATED: JiraAnswer = {
  ...refuse(401, 'Client must be authenticated to access this resource.'),
  headers: { 'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fapi.atlassian.com"', 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' },
};

export type Access = 'granted' | 'anonymous' | JiraAnswer;

/** Decides who is let in. Without credentials one is let in as nobody: most endpoints then answer, with nothing in it. */
export class JiraDoor {
  readonly #credentials: JiraCredentials;
  readonly #grant: OAuthGrant | null;
  readonly #isCloud: boolean;
  #failures = 0;

  constructor(credentials: JiraCredentials, grant: OAuthGrant | null, isCloud: boolean) {
    this.#credentials = credentials;
    this.#grant = grant;
    this.#isCloud = isCloud;
  }

  /** `isGateway`: asked through the gateway, the only way in for OAuth tokens. */
  decide(header: string | undefined, isGateway: boolean, now: number): Access {
    if (!header) return isGateway ? NOT_AUTHENTICATED : 'anonymous';
    const [scheme = '', value = ''] = header.split(' ');
    if (scheme.toLowerCase() === 'basic') return this.#decideBasic(value);
    if (scheme.toLowerCase() !== 'bearer') return NOT_AUTHENTICATED;
    if (isGateway && this.#grant?.accepts(value, now)) return 'granted';
    if (!isGateway && !this.#isCloud && this.#credentials.accessTokens?.includes(value)) return 'granted';
    return NOT_AUTHENTICATED;
  }

  #decideBasic(value: string): Access {
    const text = Buffer.from(value, 'base64').toString();
    const user = text.slice(0, Math.max(0, text.indexOf(':')));
    const { basic } = this.#credentials;
    if (!this.#isCloud && this.#failures >= MAX_FAILURES) return this.#askForCaptcha();
    if (basic && Object.hasOwn(basic, user) && basic[user] === text.slice(user.length + 1)) {
      this.#failures = 0;
      return 'granted';
    }
    this.#failures += 1;
    return NOT_AUTHENTICATED;
  }

  /** From then on right passwords are turned away as well, until somebody signs in by hand. */
  #askForCaptcha(): JiraAnswer {
    const headers = {
      'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=https://jira.example/login.jsp',
      'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED',
    };
    return {
      status: 403,
      body: '<html><head><title>Forbidden (403)</title></head><body>Basic Authentication Failure</body></html>',
      headers,
    };
  }
}
