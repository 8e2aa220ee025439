import { type Company, type JiraTwinSettings, startJiraTwin, startTwin } from '@speedtax/tracker-twin';

/** A company behind a tracker: how the API is asked to connect it. */
export interface ServedTracker {
  readonly connection: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export type ServeTracker = (company: Company, now: () => number) => Promise<ServedTracker>;

export const serveLinear: ServeTracker = async (company, now) => {
  const apiKey = 'lin_api_test';
  const { url, close } = await startTwin({ company, apiKeys: [apiKey], limits: 'off', now });
  return { connection: { provider: 'linear', apiKey, baseUrl: url }, close };
};

export function serveJira(settings: Pick<JiraTwinSettings, 'deployment'> & Partial<JiraTwinSettings>): ServeTracker {
  return async (company, now) => {
    const [email, secret] = ['reader@tallyport.example', 'token-of-this-test-run'];
    const isCloud = settings.deployment === 'cloud';
    const credentials = isCloud ? { basic: { [email]: secret } } : { accessTokens: [secret] };
    const { url, close } = await startJiraTwin({ company, limits: 'off', now, credentials, ...settings });
    const shown = isCloud ? { email, apiToken: secret } : { personalAccessToken: secret };
    return { connection: { provider: 'jira', baseUrl: url, ...shown }, close };
  };
}
